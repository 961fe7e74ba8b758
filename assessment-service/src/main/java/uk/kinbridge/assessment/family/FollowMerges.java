package uk.kinbridge.assessment.family;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Follows what happens to family records. Two that were found to be of one family are one family here from then on: in
 * lists, in patterns, in what a change of circumstances opens again (FAP-12, JWP-13). That they are is news about the
 * family, so everything that is kept of it is looked at again, and once more when it was wrong.
 */
public class FollowMerges {

    /** Somebody who keeps something of families, and looks at it again. */
    public interface Looking {

        /** Looks at what is kept under that record, and under all that are of the same family now. */
        void again(String record, String words, News news);
    }

    /**
     * How it was heard.
     *
     * @param at when it was done
     * @param messageId the same however often the news comes
     */
    public record News(Instant at, Instant now, String messageId) {}

    static final String MERGED = "Two records were found to be of this family, and are one now";
    static final String UNDONE = "A record that had become part of this family's is one of its own again";

    private final Merges merges;
    private final List<Looking> everybody;

    public FollowMerges(Merges merges, List<Looking> everybody) {
        this.merges = merges;
        this.everybody = List.copyOf(everybody);
    }

    /** A record has become part of another one. */
    public void merged(String record, String into, Map<String, String> same, long revision, News news) {
        if (merges.merged(record, into, same, revision)) {
            everybody.forEach(one -> one.again(record, MERGED, news));
        }
    }

    /** It is one of its own again: both families are looked at. */
    public void undone(String record, String from, long revision, News news) {
        if (merges.undone(record, revision)) {
            for (var each : List.of(record, from)) {
                everybody.forEach(one -> one.again(each, UNDONE, news));
            }
        }
    }
}
