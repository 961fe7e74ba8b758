package uk.kinbridge.protocols.assessing;

import java.util.stream.Stream;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.pack.AssessmentRule.Never;
import uk.kinbridge.protocols.pack.Recorded;

/** A test shows a moment: it never stands without the recovery coordinator's account and its limits (SAL-18). */
final class TestNeverAlone implements HardRules.Rule {

    @Override
    public Stream<Finding> look(Look look) {
        if (look.interview().recording(Recorded.TEST_RESULT).stream()
                .noneMatch(asked -> look.interview().answers().typed(asked).isPresent())) {
            return Stream.empty();
        }
        return Stream.concat(
                beside(
                        Recorded.RECOVERY_COORDINATORS_ACCOUNT,
                        "A test result is a snapshot. It is not kept or shown without the recovery coordinator's account.",
                        look),
                beside(
                        Recorded.LIMITS_OF_THE_TEST,
                        "What this test cannot show has to stand beside its result.",
                        look));
    }

    private static Stream<Finding> beside(Recorded what, String reason, Look look) {
        if (look.anyAnswered(what)) {
            return Stream.empty();
        }
        var obligations = look.obligationsOf(Never.SCREENING_TEST_ALONE, Recorded.TEST_RESULT);
        return Stream.of(look.interview().recording(what).stream()
                .findFirst()
                .map(asked -> Look.of(asked, Stands.AGAINST_KEEPING, what.word(), reason, obligations))
                .orElseGet(() -> Look.ofAll(Stands.AGAINST_KEEPING, what.word(), reason, obligations)));
    }
}
