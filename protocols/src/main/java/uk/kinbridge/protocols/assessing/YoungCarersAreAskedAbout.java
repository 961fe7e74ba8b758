package uk.kinbridge.protocols.assessing;

import java.util.stream.Stream;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Form.About;
import uk.kinbridge.protocols.pack.Recorded;

/** Every assessment of a parent asks whether a child gives care (JWP-17, DOR-08). */
final class YoungCarersAreAskedAbout implements HardRules.Rule {

    @Override
    public Stream<Finding> look(Look look) {
        boolean parent = look.form().isAbout(About.PARENT)
                && (look.is(Fact.CHILD_CARED_FOR) || !look.children().isEmpty());
        if (!parent) {
            return Stream.empty();
        }
        String reason = "Every assessment of a parent asks whether a child gives care.";
        var obligations = look.obligationsOf(Recorded.YOUNG_CARER_QUESTION);
        String code = Recorded.YOUNG_CARER_QUESTION.word();
        if (look.interview().recording(Recorded.YOUNG_CARER_QUESTION).isEmpty()) {
            return Stream.of(Look.ofAll(Stands.AGAINST_COMPLETION, code, reason, obligations));
        }
        return look.unanswered(Recorded.YOUNG_CARER_QUESTION).stream()
                .map(asked -> Look.of(asked, Stands.AGAINST_COMPLETION, code, reason, obligations));
    }
}
