package uk.kinbridge.protocols.lint;

import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.AppointmentRule;
import uk.kinbridge.protocols.pack.AssessmentRule;
import uk.kinbridge.protocols.pack.Basis;
import uk.kinbridge.protocols.pack.Contact;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PlanRule;
import uk.kinbridge.protocols.pack.RecordRule;
import uk.kinbridge.protocols.time.Within;

/** A figure says whether it is the protocol's, the law's or a proposal; and only a national pack speaks for the law. */
final class FiguresSayWhereTheyComeFrom implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Pack own = subject.own();
        for (RecordRule rule : own.practice().records()) {
            figure(rule, rule.staleAfter(), rule.basis(), findings);
        }
        for (AssessmentRule rule : own.practice().assessments()) {
            figure(rule, rule.reviewEvery(), rule.basis(), findings);
        }
        for (AppointmentRule rule : own.practice().appointments()) {
            figure(rule, rule.within(), rule.basis(), findings);
        }
        for (PlanRule rule : own.practice().plans()) {
            figure(rule, rule.reviewEvery(), rule.basis(), findings);
        }
        for (Contact contact : own.contacts()) {
            if (contact.cover() != Contact.Cover.ALWAYS && contact.hoursBasis() == null) {
                findings.add(contact, "Say with 'hours-basis' where the hours of this contact come from.");
            }
        }
        subject.ownClocks().stream()
                .filter(clock -> clock.basis() == (own.national() ? Basis.PROTOCOL : Basis.NATIONAL))
                .forEach(clock -> findings.add(
                        clock,
                        "The basis of '%s' is '%s'; national figures stand in the national pack, local ones in a local"
                                        .formatted(clock.id(), clock.basis().word())
                                + " pack."));
    }

    private static void figure(Object rule, @Nullable Within figure, @Nullable Basis basis, Findings findings) {
        if ((figure == null) != (basis == null)) {
            findings.add(
                    rule,
                    figure == null
                            ? "There is a 'basis' but no figure."
                            : "Say with 'basis' whether '%s' is the protocol's figure or a proposal."
                                    .formatted(figure));
        }
    }
}
