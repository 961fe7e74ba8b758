package uk.kinbridge.protocols.lint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.AssessmentRule;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.ClockId;
import uk.kinbridge.protocols.pack.ConcernRule;
import uk.kinbridge.protocols.pack.ContactId;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PathwayId;
import uk.kinbridge.protocols.pack.Requirement;
import uk.kinbridge.protocols.pack.Route;
import uk.kinbridge.protocols.pack.Route.Take;
import uk.kinbridge.protocols.pack.Uncovered;

/** Whatever a rule points at is there. */
final class ReferencesResolve implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Pack own = subject.own();
        Pack whole = subject.whole();
        for (Route route : own.practice().routes()) {
            if (route.take().isEmpty()) {
                findings.add(route, "The route leads nowhere; say what to take.");
            }
            route.take().forEach(take -> take(take, route, whole, findings));
        }
        for (AssessmentRule rule : own.practice().assessments()) {
            if (rule.leadsTo() != null) {
                take(rule.leadsTo(), rule, whole, findings);
            }
        }
        for (ConcernRule rule : own.practice().concerns()) {
            clock(rule.answeredWithin(), rule, whole, findings);
        }
        for (Uncovered gap : own.uncovered()) {
            contact(gap.instead(), gap, whole, findings);
        }
        for (Clock clock : subject.ownClocks()) {
            contact(clock.onBreach().call(), clock, whole, findings);
        }
        own.pathways()
                .forEach(pathway -> pathway.requires()
                        .forEach(requirement -> contact(requirement.call(), requirement, whole, findings)));
        if (own.ladder() != null && own.ladder().urgency() != null) {
            contact(own.ladder().urgency().call(), own.ladder().urgency(), whole, findings);
        }
        calls(own, findings);
    }

    private static void take(Take take, Object part, Pack whole, Findings findings) {
        switch (take) {
            case Take.Refer(PathwayId pathway) -> {
                if (whole.pathway(pathway).isEmpty()) {
                    findings.add(
                            part, "It refers on the pathway '%s', which the pack does not have.".formatted(pathway));
                }
            }
            case Take.Discuss(Need need) -> {
                if (whole.contacts().stream()
                        .noneMatch(contact -> contact.needs().contains(need))) {
                    findings.add(
                            part,
                            "It asks for a talk about '%s', for which the pack has no contact.".formatted(need.word()));
                }
            }
            case Take.KeepReviewing(ClockId id) -> clock(id, part, whole, findings);
            case Take.Alert(List<?> agencies) -> someone(agencies, part, findings);
            case Take.Liaise(List<?> people) -> someone(people, part, findings);
        }
    }

    private static void someone(List<?> told, Object part, Findings findings) {
        if (told.isEmpty()) {
            findings.add(part, "It tells somebody, but names nobody.");
        }
    }

    private static void clock(ClockId id, Object part, Pack whole, Findings findings) {
        if (whole.clocks().stream().noneMatch(clock -> clock.id().equals(id))) {
            findings.add(part, "It names the clock '%s', which the pack does not have.".formatted(id));
        }
    }

    private static void contact(@Nullable ContactId id, Object part, Pack whole, Findings findings) {
        if (id != null && whole.contact(id).isEmpty()) {
            findings.add(part, "It names the contact '%s', which the pack does not have.".formatted(id));
        }
    }

    /** A required call needs a number to call (SAL-04). */
    private static void calls(Pack own, Findings findings) {
        own.pathways().stream()
                .flatMap(pathway -> pathway.requires().stream())
                .filter(ReferencesResolve::callsNobody)
                .forEach(requirement ->
                        findings.add(requirement, "A call is required, but no contact says whom to call."));
    }

    private static boolean callsNobody(Requirement requirement) {
        return requirement.kind() == uk.kinbridge.protocols.pack.ItemKind.CALL && requirement.call() == null;
    }
}
