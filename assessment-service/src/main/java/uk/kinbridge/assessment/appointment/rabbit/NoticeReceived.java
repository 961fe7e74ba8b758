package uk.kinbridge.assessment.appointment.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.appointment.HandleCourse;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/** A person has acknowledged a notice of a missed appointment: that is the telling, and its clock stops (HAC-05). */
@Component
class NoticeReceived implements EventHandler {

    private final HandleCourse handle;
    private final InstantSource time;

    NoticeReceived(HandleCourse handle, InstantSource time) {
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
        if (!data.path("about").path("type").asString("").equals("appointment")) {
            return;
        }
        var by = data.required("by");
        handle.acknowledged(
                data.required("about").required("id").asString(),
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
