package uk.kinbridge.assessment.assessment.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.assessment.HearNews;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/** Something has changed in a family: its assessments are opened again, each once (JWP-13, HAC-15). */
@Component
class CircumstancesChanged implements EventHandler {

    private final HearNews hear;
    private final InstantSource time;

    CircumstancesChanged(HearNews hear, InstantSource time) {
        this.hear = hear;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of("uk.kinbridge.circumstances.changed.v1");
    }

    @Override
    public void handle(IncomingEvent event) {
        var data = event.data();
        var what = new ArrayList<String>();
        data.required("changes")
                .forEach(change -> what.add(change.required("words").asString()));
        hear.circumstancesChanged(
                data.required("family").asString(),
                what,
                Instant.parse(data.required("at").asString()),
                time.instant(),
                event.messageId());
    }
}
