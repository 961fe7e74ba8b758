package uk.kinbridge.notification.notice.rabbit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.mongo.Announcement;

/** The schemas of the contracts, to hold against what is really sent. */
final class EventSchemas {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventSchemas() {}

    static List<String> faults(Announcement announcement) {
        var file = "/contracts/events/" + announcement.type().substring("uk.kinbridge.".length()) + ".schema.json";
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(read(file))
                .validate(JSON.writeValueAsString(announcement.data()), InputFormat.JSON)
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(EventSchemas.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
