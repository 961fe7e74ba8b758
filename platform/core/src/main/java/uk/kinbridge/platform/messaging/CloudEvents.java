package uk.kinbridge.platform.messaging;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;

/** Writes and reads the envelope of every event: CloudEvents 1.0, structured JSON, with the trace context inside. */
public final class CloudEvents {

    static final String CONTENT_TYPE = JsonFormat.CONTENT_TYPE;

    private final URI source;
    private final JsonMapper json;
    private final Supplier<Map<String, String>> traceContext;
    private final JsonFormat format = new JsonFormat();

    /**
     * @param service the service that speaks
     * @param traceContext the W3C trace context of the current work; empty when there is none
     */
    CloudEvents(String service, JsonMapper json, Supplier<Map<String, String>> traceContext) {
        this.source = URI.create("/" + service);
        this.json = json;
        this.traceContext = traceContext;
    }

    /**
     * An announcement in its envelope, ready for an outbox.
     *
     * @param id unique within this service
     */
    public OutboxEntry encode(String id, Announcement announcement, Instant at) {
        var builder = CloudEventBuilder.v1()
                .withId(id)
                .withSource(source)
                .withType(announcement.type())
                .withSubject(announcement.subject())
                .withTime(at.atOffset(ZoneOffset.UTC))
                .withData("application/json", json.writeValueAsBytes(announcement.data()));
        traceContext.get().forEach(builder::withExtension);
        return new OutboxEntry(
                id, announcement.type(), new String(format.serialize(builder.build()), StandardCharsets.UTF_8));
    }

    /** @throws EventDeserializationException when that is no CloudEvent */
    IncomingEvent decode(byte[] body) {
        var event = format.deserialize(body);
        var data = event.getData();
        return new IncomingEvent(
                event.getSource() + "/" + event.getId(),
                event.getType(),
                Objects.requireNonNullElse(event.getSubject(), ""),
                timeOf(event),
                data == null ? json.createObjectNode() : json.readTree(data.toBytes()));
    }

    /** The trace context that travelled with an event. */
    Map<String, String> traceContextOf(byte[] body) {
        var parent = format.deserialize(body).getExtension("traceparent");
        return parent == null ? Map.of() : Map.of("traceparent", parent.toString());
    }

    private static Instant timeOf(CloudEvent event) {
        var time = event.getTime();
        if (time == null) {
            throw new EventDeserializationException(new IllegalArgumentException("an event without a time"));
        }
        return time.toInstant();
    }
}
