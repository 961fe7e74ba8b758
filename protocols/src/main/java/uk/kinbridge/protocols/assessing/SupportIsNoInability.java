package uk.kinbridge.protocols.assessing;

import java.util.List;
import java.util.stream.Stream;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.pack.AssessmentRule.Never;
import uk.kinbridge.protocols.pack.Option;
import uk.kinbridge.protocols.pack.Option.Meaning;
import uk.kinbridge.protocols.pack.Recorded;

/** A need for support is never by itself an inability to parent (DOR-07). */
final class SupportIsNoInability implements HardRules.Rule {

    @Override
    public Stream<Finding> look(Look look) {
        return look.interview().recording(Recorded.JUDGEMENT_OF_PARENTING).stream()
                .filter(asked -> look.means(asked, Meaning.INABILITY_TO_PARENT))
                .filter(asked -> hasNoOtherGround(look))
                .map(asked -> Look.of(
                        asked,
                        Stands.AGAINST_COMPLETION,
                        Never.SUPPORT_NEED_AS_INABILITY_TO_PARENT.word(),
                        "A need for support is never by itself an inability to parent: say which other ground there is.",
                        look.obligationsOf(
                                Never.SUPPORT_NEED_AS_INABILITY_TO_PARENT, Recorded.JUDGEMENT_OF_PARENTING)));
    }

    private static boolean hasNoOtherGround(Look look) {
        List<Option> grounds = look.interview().recording(Recorded.GROUNDS_OF_THE_JUDGEMENT).stream()
                .flatMap(asked -> look.chosen(asked).stream())
                .toList();
        return grounds.stream().allMatch(ground -> ground.means() == Meaning.SUPPORT_NEED);
    }
}
