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
     * One page of the referrals about which something is owed in any of those lists, each once, what is due first in them
     * at the top, whatever else is due about it.
     */
    List<Row> due(DutyQuery query);

    /**
     * Lists of what is owed, as {@link Duties} names them.
     *
     * @param party only where that agency is party; null for all of those lists
     * @param overdueAt only what is overdue at that moment; null for all
     * @param after the last row of the page before; null for the first page
     */
    record DutyQuery(
            List<String> lists,
            @Nullable String party,
            @Nullable Instant overdueAt,
            @Nullable Position after,
            int limit) {
        public DutyQuery(List<String> lists, @Nullable Instant overdueAt, @Nullable Position after, int limit) {
            this(lists, null, overdueAt, after, limit);
        }
    }

    /**
     * A row of a list.
     *
     * @param position where it stands in that list
     * @param dueAt when the first of what the list is about is due; {@link Position#NEVER} without any
     */
    record Row(Held held, Position position, Instant dueAt) {

        /** A row of a list in which what is due first of all counts. */
        public static Row of(Held held) {
            var position = Position.of(held.referral());
            return new Row(held, position, position.nextDueAt());
        }

        /** A row of those lists of what is owed. */
        public static Row of(Held held, Position position, List<String> lists) {
            return new Row(held, position, Duties.dueIn(lists, held.referral()).orElse(Position.NEVER));
        }
    }

    /**
     * Lists, as {@link Duties} names them.
     *
     * @param party only where that agency is party; null for all of those lists
     * @param running only referrals of which a clock runs
     * @param overdueAt only those overdue at that moment; null for all
     * @param after the last row of the page before; null for the first page
     */
    record ListQuery(
            List<String> lists,
            @Nullable String party,
            boolean running,
            @Nullable Instant overdueAt,
            @Nullable Position after,
            int limit) {
        public ListQuery(
                List<String> lists, boolean running, @Nullable Instant overdueAt, @Nullable Position after, int limit) {
            this(lists, null, running, overdueAt, after, limit);
        }
    }

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
     * @param nextDueAt when the first open clock that matters there is due; {@link #NEVER} without one
     */
    record Position(Instant nextDueAt, String id) {

        /** Sorts what has no open clock last. */
        public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

        /** Where a referral stands in the lists of its agencies, of teams, and of those who work on it. */
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
