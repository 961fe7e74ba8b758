package uk.kinbridge.notification;

import java.time.Instant;
import java.util.Optional;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.kinbridge.notification.notice.Actor;
import uk.kinbridge.notification.notice.People;
import uk.kinbridge.notification.notice.RequestBuilder;

/** Speaks and listens as the other services do. */
public class Events {

    private static final String REQUESTED = "uk.kinbridge.notice.requested.v1";
    private static final String FULFILLED = "uk.kinbridge.notice.fulfilled.v1";

    private final RabbitTemplate rabbit;
    private final JsonMapper json;
    private final String prefix;

    Events(RabbitTemplate rabbit, JsonMapper json, @Value("${kinbridge.messaging.prefix}") String prefix) {
        this.rabbit = rabbit;
        this.json = json;
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }

    /** referral-service asks for a notice. */
    public void request(String eventId, RequestBuilder builder) {
        var request = builder.build();
        var data = json.createObjectNode();
        data.putObject("about")
                .put("type", request.about().type())
                .put("id", request.about().id())
                .put("reference", request.about().reference())
                .put("link", request.about().link());
        var recipient = data.put("purpose", request.purpose())
                .putObject("recipient")
                .put("agency", request.recipient().agency())
                .put("role", request.recipient().role());
        if (request.recipient().person() != null) {
            recipient.put("person", request.recipient().person());
        }
        data.put("words", request.words())
                .put("obligation", request.obligation())
                .put("urgency", request.urgency().word())
                .put("requestedAt", request.requestedAt().toString());
        publish(eventId, REQUESTED, data);
    }

    /** referral-service tells that what was asked for is done. */
    public void fulfil(String eventId, RequestBuilder builder, Instant at) {
        var request = builder.build();
        var by = Actor.of(People.leila());
        var data = json.createObjectNode();
        data.putObject("about")
                .put("type", request.about().type())
                .put("id", request.about().id());
        data.put("purpose", request.purpose())
                .put("at", at.toString())
                .putObject("by")
                .put("person", by.person())
                .put("name", by.name())
                .put("agency", by.agency());
        publish(eventId, FULFILLED, data);
    }

    /** A request that lacks what it needs. */
    public void brokenRequest(String eventId) {
        publish(eventId, REQUESTED, json.createObjectNode().put("purpose", "acknowledge-receipt"));
    }

    private void publish(String eventId, String type, ObjectNode data) {
        var event = json.createObjectNode();
        event.put("specversion", "1.0")
                .put("id", eventId)
                .put("source", "/referral-service")
                .put("type", type)
                .put("subject", "any")
                .put("time", "2026-11-23T10:00:00Z")
                .put("datacontenttype", "application/json")
                .set("data", data);
        rabbit.send(
                prefix + ".events",
                type,
                MessageBuilder.withBody(json.writeValueAsBytes(event))
                        .setContentType("application/cloudevents+json")
                        .build());
    }

    /** What referral-service hears next, if it hears anything soon. */
    public Optional<JsonNode> heardByReferralService(long millis) {
        return Optional.ofNullable(rabbit.receive(prefix + ".referral-service", millis))
                .map(message -> json.readTree(message.getBody()));
    }

    /** What notification-service could not handle. */
    public Optional<JsonNode> deadLetter(long millis) {
        return Optional.ofNullable(rabbit.receive(prefix + ".notification-service.dead", millis))
                .map(message -> json.readTree(message.getBody()));
    }
}
