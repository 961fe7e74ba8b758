package uk.kinbridge.referral.information;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.sharing.Purpose;

/**
 * Whether a person can make one decision: that about sharing for this purpose, and no other (FAP-11). From 16 it is a
 * finding of mental capacity; below, of a child's own competence.
 *
 * @param able whether they can
 * @param steps how it was found, step by step
 * @param reviewOn when it is looked at again; from then on it no longer counts
 * @param bestInterests what was decided for somebody who cannot, the last word on it; null until it is
 * @param earlierDecisions what had been decided for them before, the first one first; nothing is ever taken out
 */
public record CapacityFinding(
        String id,
        String person,
        Purpose purpose,
        boolean able,
        List<String> steps,
        LocalDate reviewOn,
        Worker by,
        Instant at,
        @Nullable BestInterestsDecision bestInterests,
        List<BestInterestsDecision> earlierDecisions) {

    private static final int SIXTEEN = 16;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** A document from before several were kept has no earlier ones. */
    @SuppressWarnings("NullAway") // the database, and nobody else, hands null over
    public CapacityFinding {
        steps = List.copyOf(steps);
        earlierDecisions = earlierDecisions == null ? List.of() : List.copyOf(earlierDecisions);
    }

    /**
     * Decided for somebody, by the least restrictive way (FAP-11).
     *
     * @param leastRestrictive which other ways were considered, and why this one restricts least
     */
    public record BestInterestsDecision(boolean share, String why, String leastRestrictive, Worker by, Instant at) {}

    boolean counts(Instant now) {
        return now.atZone(LONDON).toLocalDate().isBefore(reviewOn);
    }

    /**
     * Below 16 it says whether a child understands this decision, from 16 on whether the law of mental capacity lets
     * others make it; the one is not the other (FAP-11, ENG-10).
     */
    boolean endedAtSixteen(@Nullable LocalDate bornOn, Instant now) {
        if (bornOn == null) {
            return false;
        }
        var birthday = bornOn.plusYears(SIXTEEN);
        return at.atZone(LONDON).toLocalDate().isBefore(birthday)
                && !now.atZone(LONDON).toLocalDate().isBefore(birthday);
    }

    /** Without what another agency decided on it. */
    CapacityFinding writtenBy(String agency) {
        var theirs = decisions().filter(one -> one.by().agency().equals(agency)).toList();
        return with(person, theirs);
    }

    /** The same, of somebody who is known by another id. */
    CapacityFinding of(String otherPerson) {
        return with(otherPerson, decisions().toList());
    }

    /** The last decision counts; those before it stay on record (FAP-11). */
    CapacityFinding decided(BestInterestsDecision decision) {
        return with(person, Stream.concat(decisions(), Stream.of(decision)).toList());
    }

    /** All that was decided for them, the first one first. */
    private Stream<BestInterestsDecision> decisions() {
        return Stream.concat(earlierDecisions.stream(), Stream.ofNullable(bestInterests));
    }

    private CapacityFinding with(String whom, List<BestInterestsDecision> all) {
        return new CapacityFinding(
                id,
                whom,
                purpose,
                able,
                steps,
                reviewOn,
                by,
                at,
                all.isEmpty() ? null : all.getLast(),
                all.isEmpty() ? List.of() : all.subList(0, all.size() - 1));
    }
}
