package uk.kinbridge.referral.referral.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.referral.referral.Actor;
import uk.kinbridge.referral.referral.HandleReferral;

/** A person acknowledged a notice: where it was the notice of a referral's arrival, that is the referral's receipt. */
@Component
class NoticeAcknowledgedHandler implements EventHandler {

    private final HandleReferral handle;
    private final InstantSource time;

    NoticeAcknowledgedHandler(HandleReferral handle, InstantSource time) {
        this.handle = handle;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of("uk.kinbridge.notice.acknowledged.v1");
    }

    @Override
    public void handle(IncomingEvent event) {
        var data = event.data();
        if (data.path("about").path("type").asString("").equals("referral")) {
            handle.acknowledgedByNotice(
                    required(data.path("about"), "id"),
                    required(data, "purpose"),
                    actor(data.path("by")),
                    Instant.parse(required(data, "acknowledgedAt")),
                    event.messageId(),
                    time.instant());
        }
    }

    private static Actor actor(JsonNode by) {
        var roles = new ArrayList<String>();
        by.path("roles").forEach(role -> roles.add(role.asString()));
        return new Actor(required(by, "person"), required(by, "name"), required(by, "agency"), roles);
    }

    private static String required(JsonNode node, String member) {
        var value = node.path(member).asString("");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the event lacks " + member);
        }
        return value;
    }
}
