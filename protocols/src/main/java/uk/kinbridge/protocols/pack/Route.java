package uk.kinbridge.protocols.pack;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which way a concern goes.
 *
 * @param immediate without waiting for anything else
 * @param onlyWay no lower route may be chosen instead
 */
public record Route(
        RuleId id,
        Condition when,
        List<Take> take,
        boolean immediate,
        boolean onlyWay,
        String words,
        List<ObligationId> obligations)
        implements Entry {

    /** The pathways on which it is referred; none where the way is another one. */
    public Stream<PathwayId> referrals() {
        return take.stream()
                .flatMap(step -> step instanceof Take.Refer(var pathway) ? Stream.of(pathway) : Stream.of());
    }

    public boolean leadsTo(PathwayId pathway) {
        return referrals().anyMatch(pathway::equals);
    }

    /** One step of a way. */
    public sealed interface Take {
        /** A referral on that pathway of the pack. */
        record Refer(PathwayId pathway) implements Take {}

        /** A talk with whoever answers for that need, whose advice is recorded. */
        record Discuss(Need need) implements Take {}

        /** Agencies outside the case are told, and it is recorded who told them. */
        record Alert(List<AgencyRole> agencies) implements Take {}

        /** The workers who are in contact with the family are told. */
        record Liaise(List<PersonRole> people) implements Take {}

        /** No referral now; the case is looked at again within the time of that clock of the pack. */
        record KeepReviewing(ClockId clock) implements Take {}
    }
}
