package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.chasing.ChasePlan;
import uk.kinbridge.protocols.pack.Acknowledgement;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.PersonRole;
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
            var sender = new Addressee(
                    asked.by().agency(),
                    Rules.role(PersonRole.PRACTITIONER),
                    asked.by().person());
            var others = acknowledge.thenTell().stream()
                    .map(party -> rules.addressee(party, referral, asked.by().agency()))
                    .toList();
            var plan = ChasePlan.of(
                    acknowledge,
                    new ChasePlan.People<>(asked.to(), others, sender),
                    asked.at(),
                    calendarOf(asked.to().agency()));
            return new Pursuit(
                    plan.every(), plan.steps().stream().map(this::step).toList());
        }

        private Step step(ChasePlan.Step<Addressee> planned) {
            var to = planned.to();
            return new Step(
                    planned.at(),
                    Turn.valueOf(planned.turn().name()),
                    to,
                    to == null ? null : toldBy(to, planned.at()));
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
