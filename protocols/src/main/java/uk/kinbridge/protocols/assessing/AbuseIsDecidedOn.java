package uk.kinbridge.protocols.assessing;

import java.util.stream.Stream;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.Option.Meaning;
import uk.kinbridge.protocols.pack.Recorded;

/** A DASH ends with a referral that is decided, one way or the other, with its reason; never skipped (SAL-26). */
final class AbuseIsDecidedOn implements HardRules.Rule {

    @Override
    public Stream<Finding> look(Look look) {
        if (look.form().kind() != Kind.DOMESTIC_ABUSE) {
            return Stream.empty();
        }
        return look.interview().recording(Recorded.SAFEGUARDING_REFERRAL_DECISION).stream()
                .flatMap(asked -> undecided(asked, look));
    }

    private static Stream<Finding> undecided(Asked asked, Look look) {
        var obligations = look.obligationsOf(Recorded.SAFEGUARDING_REFERRAL_DECISION);
        if (!look.isAnswered(asked) || look.means(asked, Meaning.UNDECIDED)) {
            return Stream.of(Look.of(
                    asked,
                    Stands.AGAINST_COMPLETION,
                    Recorded.SAFEGUARDING_REFERRAL_DECISION.word(),
                    "A referral has to be considered and decided, one way or the other; it cannot be left open.",
                    obligations));
        }
        if (look.means(asked, Meaning.DECIDED_AGAINST) && !look.anyAnswered(Recorded.REASON_FOR_THE_DECISION)) {
            String reason = "It was decided not to refer; the reason is missing.";
            String code = Recorded.REASON_FOR_THE_DECISION.word();
            return Stream.of(look.interview().recording(Recorded.REASON_FOR_THE_DECISION).stream()
                    .findFirst()
                    .map(why -> Look.of(why, Stands.AGAINST_COMPLETION, code, reason, obligations))
                    .orElseGet(() -> Look.ofAll(Stands.AGAINST_COMPLETION, code, reason, obligations)));
        }
        return Stream.empty();
    }
}
