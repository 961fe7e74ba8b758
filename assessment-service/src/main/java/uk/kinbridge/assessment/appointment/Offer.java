package uk.kinbridge.assessment.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Spoken;

/**
 * One appointment that was offered.
 *
 * @param number within its course, from one
 * @param minutes how long it lasts
 * @param place where; may tell where somebody lives, so that not everybody sees it
 * @param who of the services comes
 * @param joint agencies that come along (SAL-20, HAC-21)
 * @param remindAt when those who come are reminded; null when nobody need be
 * @param outcomes what became of it; a correction comes after what it corrects
 */
public record Offer(
        int number,
        Instant at,
        int minutes,
        Mode mode,
        @Nullable String place,
        List<Attendee> who,
        List<String> joint,
        Actor by,
        Instant offeredAt,
        @Nullable Instant remindAt,
        List<Recorded> outcomes) {

    public Offer {
        who = List.copyOf(who);
        joint = List.copyOf(joint);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Somebody of a service who comes.
     *
     * @param person subject id; null for somebody who does not sign in here
     */
    public record Attendee(@Nullable String person, String name, String agency) {}

    /** What somebody asks for when they offer an appointment. */
    public record Wanted(
            Instant at, int minutes, Mode mode, @Nullable String place, List<Attendee> who, List<String> joint) {}

    /**
     * What became of it.
     *
     * @param cancelledBy only when it was cancelled
     * @param note people's own words; they stay in the record
     * @param corrects why an earlier record was wrong; null for the first
     */
    public record Recorded(
            Attendance attendance,
            @Nullable CancelledBy cancelledBy,
            @Nullable String note,
            Actor by,
            Instant at,
            @Nullable String corrects) {}

    static Offer of(int number, Wanted wanted, Actor by, Instant now) {
        var who = new ArrayList<>(wanted.who());
        if (who.stream().noneMatch(a -> by.person().equals(a.person())) && who.isEmpty()) {
            who.add(new Attendee(by.person(), by.name(), by.agency()));
        }
        return new Offer(
                number,
                wanted.at(),
                wanted.minutes(),
                wanted.mode(),
                wanted.place(),
                who,
                wanted.joint(),
                by,
                now,
                dayBefore(wanted.at(), now),
                List.of());
    }

    /** At the same time of the clock on the day before, also where the clocks change in between. */
    private static @Nullable Instant dayBefore(Instant at, Instant now) {
        var before = at.atZone(Spoken.LONDON).minusDays(1).toInstant();
        return before.isAfter(now) ? before : null;
    }

    public Instant endsAt() {
        return at.plus(Duration.ofMinutes(minutes));
    }

    /** What is held to have become of it now. */
    public Optional<Recorded> outcome() {
        return outcomes.isEmpty() ? Optional.empty() : Optional.of(outcomes.getLast());
    }

    public boolean isMissed() {
        return outcome().filter(r -> r.attendance().isMissed()).isPresent();
    }

    boolean came() {
        return outcome().filter(r -> r.attendance().came()).isPresent();
    }

    /** Subject ids of those of the services who come. */
    Stream<String> people() {
        return who.stream().map(Attendee::person).flatMap(Stream::ofNullable);
    }

    /** The agencies that come, whether together or not. */
    Stream<String> agencies() {
        return Stream.concat(who.stream().map(Attendee::agency), joint.stream());
    }

    Offer recorded(Recorded outcome) {
        return new Offer(
                number,
                at,
                minutes,
                mode,
                place,
                who,
                joint,
                by,
                offeredAt,
                null,
                Stream.concat(outcomes.stream(), Stream.of(outcome)).toList());
    }

    Offer reminded() {
        return new Offer(number, at, minutes, mode, place, who, joint, by, offeredAt, null, outcomes);
    }
}
