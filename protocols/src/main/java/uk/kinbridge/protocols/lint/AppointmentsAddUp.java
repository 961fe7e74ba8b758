package uk.kinbridge.protocols.lint;

import java.util.List;
import uk.kinbridge.protocols.pack.AppointmentRule;
import uk.kinbridge.protocols.pack.AppointmentRule.Next;
import uk.kinbridge.protocols.pack.AppointmentRule.On;
import uk.kinbridge.protocols.pack.EngagementPattern;

/** Offers count from one without a gap, the last one does not promise another, and somebody hears of every miss. */
final class AppointmentsAddUp implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        List<AppointmentRule> rules = subject.own().practice().appointments();
        rules.forEach(rule -> alone(rule, findings));
        List<AppointmentRule> offers = rules.stream()
                .filter(rule -> rule.on() == On.MISSED && rule.number() != null)
                .toList();
        int expected = 1;
        for (AppointmentRule offer : offers) {
            Integer number = offer.number();
            if (number == null || number != expected++) {
                findings.add(offer, "Missed appointments have to be counted 1, 2, 3 and so on, in that order.");
            }
        }
        if (!offers.isEmpty() && offers.getLast().then().contains(Next.OFFER_ANOTHER)) {
            findings.add(offers.getLast(), "After the last missed appointment there is no rule for the next one.");
        }
    }

    private static void alone(AppointmentRule rule, Findings findings) {
        if (rule.tell().isEmpty() || rule.within() == null) {
            findings.add(rule, "It does not say who is told, or within what time.");
        }
        if (rule.then().contains(Next.WORK_THROUGH_CHECKLIST)
                && rule.checklist().isEmpty()) {
            findings.add(rule, "There is a checklist to work through, but it is empty.");
        }
        if (rule.on() == On.REGULARLY_MISSED && rule.watch() == null) {
            findings.add(rule, "It does not say how many missed appointments, in what time, are regularly missed.");
        }
        if (rule.on() == On.DISENGAGEMENT_PATTERN && rule.patterns().isEmpty()) {
            findings.add(rule, "It does not say what counts as a pattern.");
        }
        if (rule.patterns().stream().anyMatch(AppointmentsAddUp::isEmpty)) {
            findings.add(rule, "A pattern has to count at least one sign, at least once.");
        }
        if (rule.then().isEmpty()) {
            findings.add(rule, "It does not say what happens next.");
        }
    }

    private static boolean isEmpty(EngagementPattern pattern) {
        return pattern.signs().isEmpty() || pattern.atLeast() < 1;
    }
}
