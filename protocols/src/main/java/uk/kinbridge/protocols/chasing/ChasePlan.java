package uk.kinbridge.protocols.chasing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Acknowledgement;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/**
 * What is done while nobody acknowledges a notice, as moments (HAC-17, ADR 0012): the recipient is told again, then one
 * after the other whom the pack names, then the sender.
 *
 * @param <T> how the service at hand names whoever is told
 * @param every how often, in the words of the pack
 * @param steps in the order of their times; the first is the recipient's own turn
 */
public record ChasePlan<T>(String every, List<Step<T>> steps) {

    public ChasePlan {
        steps = List.copyOf(steps);
    }

    /** Whose turn a step is. */
    public enum Turn {
        RECIPIENT,
        NEXT,
        SENDER
    }

    /**
     * One step.
     *
     * @param to null where it is the recipient's own turn
     */
    public record Step<T>(Instant at, Turn turn, @Nullable T to) {}

    /** Who has a part in the receipt of one notice. */
    public record People<T>(T recipient, List<T> thenTell, T sender) {

        public People {
            thenTell = List.copyOf(thenTell);
        }
    }

    /** By when it has to be acknowledged. */
    public Instant acknowledgeBy() {
        return steps.getFirst().at();
    }

    /**
     * Plans the steps.
     *
     * @param at when it is sent
     * @param calendar the working time of the agency that must acknowledge
     */
    public static <T> ChasePlan<T> of(Acknowledgement rule, People<T> people, Instant at, WorkingCalendar calendar) {
        var due = Deadlines.compute(rule.within(), at, calendar).due();
        var steps = new ArrayList<Step<T>>();
        steps.add(new Step<>(due, Turn.RECIPIENT, null));
        for (var other : people.thenTell().stream().distinct().toList()) {
            if (!other.equals(people.recipient())) {
                due = later(rule.chaseEvery(), due, calendar);
                steps.add(new Step<>(due, Turn.NEXT, other));
            }
        }
        // Who has not acknowledged what they sent to themselves knows that already.
        if (!people.sender().equals(people.recipient())) {
            steps.add(new Step<>(later(rule.chaseEvery(), due, calendar), Turn.SENDER, people.sender()));
        }
        return new ChasePlan<>(rule.chaseEvery().toString(), steps);
    }

    private static Instant later(Within every, Instant at, WorkingCalendar calendar) {
        // Closing time belongs to the day that it ends: a working day later is the closing of the very next one.
        var from = every instanceof Within.WorkingDays ? at.minusMillis(1) : at;
        return Deadlines.compute(every, from, calendar).due();
    }
}
