package uk.kinbridge.referral.concern.rabbit;

import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.referral.concern.ConcernsOverMerges;
import uk.kinbridge.referral.information.Worker;

/**
 * Two family records have become one, or two again: their concerns add up anew. It is heard as an event, so that it
 * happens however the process that merged them ended.
 */
@Component
class RecordsMerged implements EventHandler {

    private static final String MERGED = "uk.kinbridge.family.merged.v1";
    private static final String UNDONE = "uk.kinbridge.family.merge-undone.v1";

    private final ConcernsOverMerges concerns;
    private final InstantSource time;

    RecordsMerged(ConcernsOverMerges concerns, InstantSource time) {
        this.concerns = concerns;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of(MERGED, UNDONE);
    }

    @Override
    public void handle(IncomingEvent event) {
        var data = event.data();
        var by = by(data.required("by"));
        var now = time.instant();
        if (event.type().equals(UNDONE)) {
            concerns.recordsChanged(data.required("from").asString(), by, now);
        }
        concerns.recordsChanged(data.required("family").asString(), by, now);
    }

    private static Worker by(JsonNode by) {
        return new Worker(
                by.required("person").asString(),
                by.required("name").asString(),
                by.required("agency").asString());
    }
}
