package uk.kinbridge.assessment.lost.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.lost.KeepSearches;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/** A person of the front door has acknowledged that a family cannot be found (SAL-21). */
@Component
class FrontDoorKnows implements EventHandler {

    private final KeepSearches keep;
    private final InstantSource time;

    FrontDoorKnows(KeepSearches keep, InstantSource time) {
        this.keep = keep;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of("uk.kinbridge.notice.acknowledged.v1");
    }

    @Override
    public void handle(IncomingEvent event) {
        var data = event.data();
        var about = data.path("about");
        if (about.path("type").asString("").equals("lost-to-contact")) {
            var by = data.required("by");
            keep.acknowledged(
                    about.required("id").asString(),
                    data.required("purpose").asString(),
                    new Actor(
                            by.required("person").asString(),
                            by.required("name").asString(),
                            by.required("agency").asString(),
                            List.of()),
                    Instant.parse(data.required("acknowledgedAt").asString()),
                    time.instant(),
                    event.messageId());
        }
    }
}
