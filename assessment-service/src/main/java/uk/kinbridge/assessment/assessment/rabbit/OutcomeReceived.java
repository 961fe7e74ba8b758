package uk.kinbridge.assessment.assessment.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.assessment.assessment.Actor;
import uk.kinbridge.assessment.assessment.HearNews;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/** A person has confirmed that the outcome of an assessment reached them, from here or by the referral (HAC-04). */
@Component
class OutcomeReceived implements EventHandler {

    static final String OUTCOME = "assessment-outcome";

    private final HearNews hear;
    private final InstantSource time;

    OutcomeReceived(HearNews hear, InstantSource time) {
        this.hear = hear;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of("uk.kinbridge.notice.acknowledged.v1");
    }

    @Override
    public void handle(IncomingEvent event) {
        var data = event.data();
        if (!data.path("purpose").asString("").startsWith(OUTCOME)) {
            return;
        }
        var id = required(data.path("about"), "id");
        var by = actor(data.path("by"));
        var at = Instant.parse(required(data, "acknowledgedAt"));
        switch (data.path("about").path("type").asString("")) {
            case "assessment" -> hear.received(id, by, at, time.instant(), event.messageId());
            case "referral" -> hear.receivedByReferral(id, by, at, time.instant(), event.messageId());
            default -> {
                // another thing's outcome
            }
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
