package uk.kinbridge.referral.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;

/** All drafts. */
public interface Drafts {

    /** A draft and the version that a change must name. */
    record Held(ReferralDraft draft, long version) {}

    /** Adds a draft; one of that id that is there already stays as it is and is answered. */
    Held add(Change<ReferralDraft, DraftEvent> change, Instant now);

    Optional<Held> find(String id);

    /** Saves a change to the version that it was decided on; false when somebody else was first. */
    boolean save(long version, Change<ReferralDraft, DraftEvent> change, Instant now);

    /** One page of somebody's drafts, or of an agency's, the last touched first. */
    List<Held> list(Query query);

    /**
     * Which drafts.
     *
     * @param author their subject id; null for all of the agency
     * @param after the last row of the page before; null for the first page
     */
    record Query(
            String agency,
            @Nullable String author,
            ReferralDraft.State state,
            @Nullable Place after,
            int limit) {}

    /** Where a page ended. */
    record Place(Instant changedAt, String id) {}
}
