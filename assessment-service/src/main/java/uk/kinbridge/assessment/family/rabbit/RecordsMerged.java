package uk.kinbridge.assessment.family.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.family.FollowMerges;
import uk.kinbridge.assessment.family.FollowMerges.News;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/** Two family records have become one, or two again: in any order, and as often as it is told. */
@Component
class RecordsMerged implements EventHandler {

    private static final String MERGED = "uk.kinbridge.family.merged.v1";
    private static final String UNDONE = "uk.kinbridge.family.merge-undone.v1";

    private final FollowMerges follow;
    private final InstantSource time;

    RecordsMerged(FollowMerges follow, InstantSource time) {
        this.follow = follow;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of(MERGED, UNDONE);
    }

    @Override
    public void handle(IncomingEvent event) {
        var data = event.data();
        var record = data.required("family").asString();
        var revision = data.required("revision").asLong();
        var news = new News(Instant.parse(data.required("at").asString()), time.instant(), event.messageId());
        if (event.type().equals(UNDONE)) {
            follow.undone(record, data.required("from").asString(), revision, news);
            return;
        }
        var same = new HashMap<String, String>();
        data.required("same")
                .forEach(pair -> same.put(
                        pair.required("other").asString(), pair.required("kept").asString()));
        follow.merged(record, data.required("into").asString(), same, revision, news);
    }
}
