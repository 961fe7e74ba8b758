package uk.kinbridge.protocols.assessing;

import java.util.stream.Stream;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.pack.AssessmentRule.Never;
import uk.kinbridge.protocols.pack.Option.Meaning;
import uk.kinbridge.protocols.pack.Recorded;

/** A child is never what protects an adult; a partner who is not affected can be (JWP-18, FAP-02). */
final class ChildNeverProtects implements HardRules.Rule {

    @Override
    public Stream<Finding> look(Look look) {
        return look.interview().recording(Recorded.PROTECTIVE_FACTORS).stream()
                .filter(asked -> namesChild(asked, look))
                .map(asked -> Look.of(
                        asked,
                        Stands.AGAINST_COMPLETION,
                        Never.CHILD_AS_PROTECTIVE_FACTOR.word(),
                        "A child is never a protective factor for an adult; a partner who is not affected can be one.",
                        look.obligationsOf(Never.CHILD_AS_PROTECTIVE_FACTOR, Recorded.PROTECTIVE_FACTORS)));
    }

    private static boolean namesChild(Asked asked, Look look) {
        boolean named = look.interview()
                .answer(asked)
                .filter(answer -> answer instanceof Answer.Named(var people)
                        && people.stream().anyMatch(look.children()::contains))
                .isPresent();
        return named || look.means(asked, Meaning.CHILD_PROTECTS);
    }
}
