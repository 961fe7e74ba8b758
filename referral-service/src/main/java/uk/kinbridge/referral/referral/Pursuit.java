package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Acknowledgement;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.PersonRole;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;

/**
 * What is done while nobody acknowledges a notice, computed where the protocol is pinned (HAC-17, ADR 0012): the
 * recipient is told again, then one after the other whom the pack names, then the sender. Whom a deadline of the
 * referral tells the same by then is named with it, and told by nobody else.
 *
 * @param every how often, in the words of the pack
 */
public record Pursuit(String every, List<Step> steps) {

    public Pursuit {
        steps = List.copyOf(steps);
    }

    /** Whose turn a step is. */
    public enum Turn {
        RECIPIENT,
        NEXT,
        SENDER;

        /** As the contract spells it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One step.
     *
     * @param to null where it is the recipient's own turn
     * @param toldBy the clock whose breach tells them the same
     */
    public record Step(
            Instant at,
            Turn turn,
            @Nullable Addressee to,
            @Nullable String toldBy) {}

    /** The same where no clock of the referral tells anybody, so that each step tells by itself. */
    Pursuit withoutClocks() {
        return new Pursuit(
                every,
                steps.stream()
                        .map(step -> new Step(step.at(), step.turn(), step.to(), null))
                        .toList());
    }

    /** The notice that is asked for. */
    record Asked(CaseEvent on, Notice rule, Addressee to, Actor by, Instant at) {}

    /** Null where the pack asks for no acknowledgement. */
    static @Nullable Pursuit of(Asked asked, Referral referral, Rules rules) {
        var acknowledge = asked.rule().acknowledge();
        return acknowledge == null ? null : new Planning(asked, acknowledge, referral, rules).pursuit();
    }

    /** Plans the steps in the working time of the agency that must acknowledge. */
    private record Planning(Asked asked, Acknowledgement acknowledge, Referral referral, Rules rules) {

        Pursuit pursuit() {
            var calendar = calendarOf(asked.to().agency());
            var at = Deadlines.compute(acknowledge.within(), asked.at(), calendar)
                    .due();
            var steps = new ArrayList<>(List.of(new Step(at, Turn.RECIPIENT, null, null)));
            var others = acknowledge.thenTell().stream()
                    .map(party -> rules.addressee(party, referral, asked.by().agency()))
                    .filter(other -> !other.equals(asked.to()))
                    .distinct()
                    .toList();
            for (var other : others) {
                at = later(at, calendar);
                steps.add(new Step(at, Turn.NEXT, other, toldBy(other, at)));
            }
            var sender = new Addressee(
                    asked.by().agency(),
                    Rules.role(PersonRole.PRACTITIONER),
                    asked.by().person());
            at = later(at, calendar);
            steps.add(new Step(at, Turn.SENDER, sender, toldBy(sender, at)));
            return new Pursuit(acknowledge.chaseEvery().toString(), steps);
        }

        private Instant later(Instant at, WorkingCalendar calendar) {
            // Closing time belongs to the day that it ends: a working day later is the closing of the very next one.
            var from = acknowledge.chaseEvery() instanceof Within.WorkingDays ? at.minusMillis(1) : at;
            return Deadlines.compute(acknowledge.chaseEvery(), from, calendar).due();
        }

        private WorkingCalendar calendarOf(String agency) {
            return rules.pack().calendarOf(new AgencyId(agency), rules.bankHolidays());
        }

        /** Only where the receipt of the notice and what the clock waits for are the same act. */
        private @Nullable String toldBy(Addressee whom, Instant at) {
            if (!rules.isReceipt(asked.rule().id().value())) {
                return null;
            }
            return rules.pathway().clocksStartedBy(asked.on()).stream()
                    .filter(clock -> clock.stopsOn().stream().anyMatch(rules::settlesReceipt))
                    .filter(clock -> tells(clock, whom) && !dueOf(clock).isAfter(at))
                    .findFirst()
                    .map(clock -> clock.id().value())
                    .orElse(null);
        }

        private boolean tells(Clock clock, Addressee whom) {
            var owner = rules.addressee(clock.owner(), referral, null);
            return clock.onBreach().tell().stream()
                    .map(party -> rules.addressee(party, referral, owner.agency()))
                    .anyMatch(whom::equals);
        }

        private Instant dueOf(Clock clock) {
            var owner = rules.addressee(clock.owner(), referral, null);
            return clock.deadline(asked.at(), calendarOf(owner.agency())).due();
        }
    }
}
