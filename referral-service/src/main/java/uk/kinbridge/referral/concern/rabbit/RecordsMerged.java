package uk.kinbridge.referral.concern.rabbit;

import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.referral.concern.ConcernsOverMerges;
import uk.kinbridge.referral.family.MergeFamilies;
import uk.kinbridge.referral.information.Worker;

/**
 * Two family records have become one, or two again: what has only begun is finished, and their concerns add up anew. It
 * is heard as an event, so that it happens however the process that merged them ended.
 */
@Component
class RecordsMerged implements EventHandler {

    private static final String MERGED = "uk.kinbridge.family.merged.v1";
    private static final String UNDONE = "uk.kinbridge.family.merge-undone.v1";

    private final MergeFamilies merges;
    private final ConcernsOverMerges concerns;
    private final InstantSource time;

    RecordsMerged(MergeFamilies merges, ConcernsOverMerges concerns, InstantSource time) {
        this.merges = merges;
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
        var family = data.required("family").asString();
        if (event.type().equals(UNDONE)) {
            var from = data.required("from").asString();
            merges.finishUndoing(family, from, now);
            concerns.recordsChanged(from, by, now);
        } else {
            merges.finish(family, data.required("into").asString(), now);
        }
        concerns.recordsChanged(family, by, now);
    }

    private static Worker by(JsonNode by) {
        return new Worker(
                by.required("person").asString(),
                by.required("name").asString(),
                by.required("agency").asString());
    }
}
