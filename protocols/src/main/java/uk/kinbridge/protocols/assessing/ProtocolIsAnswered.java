package uk.kinbridge.protocols.assessing;

import java.util.List;
import java.util.stream.Stream;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.pack.AssessmentRule;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.Recorded;

/** Whatever the protocol's own rules want on record is answered: for each person of whom it is asked. */
final class ProtocolIsAnswered implements HardRules.Rule {

    @Override
    public Stream<Finding> look(Look look) {
        return look.rules().stream().flatMap(rule -> rule.holds().stream().flatMap(what -> missing(rule, what, look)));
    }

    private static Stream<Finding> missing(AssessmentRule rule, Recorded what, Look look) {
        List<Asked> asked = look.interview().recording(what);
        if (asked.isEmpty() && isOnlyOfChildrenThereAreNot(what, look)) {
            return Stream.empty();
        }
        if (asked.isEmpty()) {
            return Stream.of(Look.ofAll(
                    Stands.AGAINST_COMPLETION,
                    what.word(),
                    "%s. Nobody has been asked yet: is everybody named in the family's record?".formatted(rule.words()),
                    rule.obligations()));
        }
        return look.unanswered(what).stream()
                .map(question -> Look.of(
                        question, Stands.AGAINST_COMPLETION, what.word(), rule.words() + ".", rule.obligations()));
    }

    /** Before a first child is born there is nobody of whom it could be asked; where there are children it is. */
    private static boolean isOnlyOfChildrenThereAreNot(Recorded what, Look look) {
        boolean children = look.is(Fact.CHILD_CARED_FOR)
                || look.is(Fact.CHILD_IN_REGULAR_CONTACT)
                || !look.children().isEmpty();
        return !children
                && look.form().recording(what).stream()
                        .flatMap(question -> look.form().sectionOf(question.id()).stream())
                        .allMatch(section -> section.each() == FormSection.Each.CHILD);
    }
}
