package uk.kinbridge.protocols.assessing;

import java.util.List;
import java.util.stream.Stream;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.Recorded;

/** Strengths, the person's own wishes, and how the person took part: in every assessment but a first triage (FAP-10). */
final class PersonIsInIt implements HardRules.Rule {

    static final List<Recorded> PARTS = List.of(Recorded.STRENGTHS, Recorded.OWN_WISHES, Recorded.TAKING_PART);

    static boolean isAskedIn(Kind kind) {
        return !kind.standsBeside();
    }

    @Override
    public Stream<Finding> look(Look look) {
        if (!isAskedIn(look.form().kind())) {
            return Stream.empty();
        }
        return PARTS.stream().filter(part -> !look.anyAnswered(part)).map(part -> missing(part, look));
    }

    private static Finding missing(Recorded part, Look look) {
        String reason = "Strengths, the person's own wishes and how the person took part belong in every assessment.";
        var obligations = look.obligationsOf(part);
        return look.interview().recording(part).stream()
                .findFirst()
                .map(asked -> Look.of(asked, Stands.AGAINST_COMPLETION, part.word(), reason, obligations))
                .orElseGet(() -> Look.ofAll(Stands.AGAINST_COMPLETION, part.word(), reason, obligations));
    }
}
