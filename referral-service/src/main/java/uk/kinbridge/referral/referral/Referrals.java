package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;

/** All referrals. */
public interface Referrals {

    /** As many as are read at once. */
    int BATCH = 50;

    /** A referral and the version that a change must name. */
    record Held(Referral referral, long version) {}

    /** How a save ends. */
    enum Saved {
        DONE,
        /** Somebody else was first; load again and decide again. */
        STALE,
        /** This message has had its effect before. */
        HANDLED_BEFORE
    }

    /** Adds a new referral together with what others must hear of it. */
    Held add(Change<Referral, ReferralEvent> change, Instant now);

    /**
     * Adds a referral that a message creates, at most once however often it is delivered.
     *
     * @return {@link Saved#STALE} when another referral has its reference: try again with another one
     */
    Saved addOnce(Change<Referral, ReferralEvent> change, Instant now, String messageId);

    /** The referral of that id, whoever is party; the caller decides who may see it. */
    Optional<Held> find(String id);

    /** The referral that a message from another system made; the caller decides who may see it. */
    Optional<Held> madeBy(String messageId);

    /** Saves a change decided on that version. */
    Saved save(long version, Change<Referral, ReferralEvent> change, Instant now);

    /** Saves what a message did, at most once however often it is delivered. */
    Saved saveOnce(long version, Change<Referral, ReferralEvent> change, Instant now, String messageId);

    /** Whether the agency is party of a referral that carries the document. */
    default boolean carriedTo(String agency, String documentId) {
        return !carriers(agency, documentId).isEmpty();
    }

    /** The ids of the referrals that carry the document to that agency, or that it sent with it. */
    List<String> carriers(String agency, String documentId);

    /**
     * One page of the referrals of a family that the agency is party of, by id (DOR-14).
     *
     * @param families all ids under which they may have been opened
     * @param after the last id of the page before; null for the first page
     */
    List<Held> ofFamily(List<String> families, String agency, @Nullable String after, int limit);

    /** All of them; a family has few. */
    default List<Referral> ofFamily(List<String> families, String agency) {
        var all = new ArrayList<Referral>();
        @Nullable String after = null;
        List<Held> page;
        do {
            page = ofFamily(families, agency, after, BATCH);
            page.forEach(held -> all.add(held.referral()));
            after = page.isEmpty() ? after : page.getLast().referral().id();
        } while (page.size() == BATCH);
        return all;
    }

    /** One page of an agency's worklist. */
    default List<Held> worklist(WorklistQuery query) {
        var list = switch (query.side()) {
            case null -> Duties.ofAgency(query.agency());
            case REFERRER -> Duties.sentBy(query.agency());
            case RECIPIENT -> Duties.receivedBy(query.agency());
        };
        return listed(new ListQuery(List.of(list), false, query.overdueAt(), query.after(), query.limit()));
    }

    /** One page of the referrals that stand in any of those lists, each once, what is due first at the top. */
    List<Held> listed(ListQuery query);

    /**
     * Lists, as {@link Duties} names them.
     *
     * @param running only referrals of which a clock runs
     * @param overdueAt only those overdue at that moment; null for all
     * @param after the last row of the page before; null for the first page
     */
    record ListQuery(
            List<String> lists,
            boolean running,
            @Nullable Instant overdueAt,
            @Nullable Position after,
            int limit) {}

    /**
     * One page of the referrals found by all of those terms among those that the agency is party of, by id.
     *
     * @param terms as {@link ReferralTerms} makes them
     * @param after the last id of the page before; null for the first page
     */
    List<Held> search(String agency, List<String> terms, @Nullable String after, int limit);

    /**
     * What a worklist shows: referrals of an agency, those whose clock is due first at the top, those without an open
     * clock last.
     *
     * @param side only as referrer or only as recipient; null for both
     * @param overdueAt only those overdue at that moment; null for all
     * @param after the last row of the page before; null for the first page
     */
    record WorklistQuery(
            String agency,
            @Nullable WorklistSide side,
            @Nullable Instant overdueAt,
            @Nullable Position after,
            int limit) {}

    /** On which side of a referral the agency stands. */
    enum WorklistSide {
        REFERRER,
        RECIPIENT
    }

    /**
     * A place in a worklist.
     *
     * @param nextDueAt when its first open clock is due; {@link #NEVER} without one
     */
    record Position(Instant nextDueAt, String id) {

        /** Sorts what has no open clock last. */
        public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

        /** Where a referral stands in every worklist that shows it. */
        public static Position of(Referral referral) {
            return new Position(
                    referral.clocks().stream()
                            .filter(Clock::isOpen)
                            .map(Clock::dueAt)
                            .min(Comparator.naturalOrder())
                            .orElse(NEVER),
                    referral.id());
        }
    }
}
