package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;

/** All disagreements. */
public interface Disagreements {

    /** A disagreement and the version that a change must name. */
    record Held(Disagreement disagreement, long version) {}

    /** How a save ends. */
    enum Saved {
        DONE,
        /** Somebody else was first; load again and decide again. */
        STALE,
        /** This message has had its effect before. */
        HANDLED_BEFORE
    }

    /** Adds a new one together with what others must hear of it; one that is there already stays as it is. */
    Held add(Change<Disagreement, DisagreementEvent> change, Instant now);

    /** The disagreement of that id, whoever is party; the caller decides who may see it. */
    Optional<Held> find(String id);

    /** Saves a change decided on that version. */
    Saved save(long version, Change<Disagreement, DisagreementEvent> change, Instant now);

    /** Saves what a message did, at most once however often it is delivered. */
    Saved saveOnce(long version, Change<Disagreement, DisagreementEvent> change, Instant now, String messageId);

    /** One page of a list, what is due first at the top. */
    List<Held> list(Query query);

    /**
     * What a list shows.
     *
     * @param of whose
     * @param onlyOpen without those that are resolved
     * @param subject only those about the record of that id; null for all
     * @param after the last row of the page before; null for the first page
     */
    record Query(
            Whose of,
            boolean onlyOpen,
            @Nullable String subject,
            @Nullable Position after,
            int limit) {}

    /** Whose disagreements a list shows. */
    sealed interface Whose {
        /** Those between the agency and another. */
        record OfAgency(String agency) implements Whose {}

        /** Those of others that the agency was told of by name, such as the safeguarding partnership (SAL-27). */
        record ToldTo(String agency) implements Whose {}

        /** Those that the person raised. */
        record RaisedBy(String person) implements Whose {}

        /** Those on which the person has something to do, in one of these roles. */
        record OwedBy(String agency, List<String> roles, String person) implements Whose {}
    }

    /**
     * A place in a list.
     *
     * @param nextDueAt when its rung ends by itself; {@link #NEVER} when it is resolved
     */
    record Position(Instant nextDueAt, String id) {

        /** Sorts what is resolved last. */
        public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

        /** Where a disagreement stands in every list that shows it. */
        public static Position of(Disagreement d) {
            return new Position(d.isOpen() ? d.clock().map(Clock::dueAt).orElse(NEVER) : NEVER, d.id());
        }
    }
}
