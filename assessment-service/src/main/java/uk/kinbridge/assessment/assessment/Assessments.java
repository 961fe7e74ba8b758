package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;

/** All assessments. */
public interface Assessments {

    /** An assessment and the version that a change must name. */
    record Held(Assessment assessment, long version) {}

    /** How a save ends. */
    enum Saved {
        DONE,
        /** Somebody else was first; load again and decide again. */
        STALE,
        /** This message has had its effect before. */
        HANDLED_BEFORE
    }

    /** Adds a new one; the same id again answers with what is there. */
    Held add(Change<Assessment, AssessmentEvent> change, Instant now);

    Optional<Held> find(String id);

    Saved save(long version, Change<Assessment, AssessmentEvent> change, Instant now);

    /** Saves what a message did, at most once however often it is delivered. */
    Saved saveOnce(long version, Change<Assessment, AssessmentEvent> change, Instant now, String messageId);

    /** The ids of all assessments of a family, whichever of its records they were begun on, in no order. */
    List<String> ofFamily(String family);

    /** The ids of all assessments that rest on a referral, in no order. */
    List<String> ofReferral(String referral);

    /** Whether that document goes with a section of any assessment. */
    boolean carry(String document);

    /** One page of a list, without what was typed: what needs a look first is at the top. */
    List<Row> list(Query query);

    /**
     * One line of a list.
     *
     * @param nextDueAt when its first open clock is due; {@link Position#NEVER} without one
     */
    record Row(
            String id,
            String reference,
            String kind,
            String title,
            String family,
            String person,
            String state,
            String holder,
            Actor worker,
            @Nullable String risk,
            boolean withChildren,
            boolean harm,
            Instant nextDueAt,
            Instant begunAt) {}

    /**
     * What a list shows.
     *
     * @param agency whose: it takes part in each of them
     * @param family only those of that family, whichever of its records they were begun on; null for all
     * @param after the last row of the page before; null for the first page
     */
    record Query(
            Of of,
            String agency,
            @Nullable String worker,
            @Nullable String family,
            @Nullable Position after,
            int limit) {}

    /** Which list. */
    enum Of {
        /** Every one in which the agency takes part, but for the closed ones. */
        AGENCY,
        /** Those that one worker holds. */
        MINE,
        /** The agency's clients who care for children, are pregnant or are in contact with children (HAC-10). */
        WITH_CHILDREN,
        /** Those that are closed, of every one in which the agency takes part. */
        CLOSED
    }

    /** A place in a list. */
    record Position(Instant nextDueAt, String id) {

        /** Sorts what has no open clock last. */
        public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    }
}
