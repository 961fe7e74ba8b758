package uk.kinbridge.escalation.disagreement.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.escalation.disagreement.Actor;
import uk.kinbridge.escalation.disagreement.HandleDisagreement;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/** A person has confirmed a notice of a disagreement: the record shows that the matter has reached somebody. */
@Component
class NoticeReceived implements EventHandler {

    private final HandleDisagreement handle;
    private final InstantSource time;

    NoticeReceived(HandleDisagreement handle, InstantSource time) {
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
        if (data.path("about").path("type").asString("").equals("disagreement")) {
            handle.received(
                    required(data.path("about"), "id"),
                    actor(data.path("by")),
                    Instant.parse(required(data, "acknowledgedAt")),
                    time.instant(),
                    event.messageId());
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
