package uk.kinbridge.directory;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.mongo.Announcement;

/** What the contracts say of an event. */
public final class Contracts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    old -> old.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    private Contracts() {}

    /** Where an announcement breaks its schema. */
    public static Set<?> faults(Announcement announcement) {
        return faults(announcement.type(), JSON.writeValueAsString(announcement.data()));
    }

    public static Set<?> faults(String type, String data) {
        String file = "/contracts/events/" + type.substring("uk.kinbridge.".length()) + ".schema.json";
        var schema = Objects.requireNonNull(Contracts.class.getResourceAsStream(file), "there is no " + file);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(data, InputFormat.JSON);
    }
}
