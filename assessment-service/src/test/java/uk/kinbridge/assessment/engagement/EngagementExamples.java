package uk.kinbridge.assessment.engagement;

import java.time.Duration;
import java.util.List;
import uk.kinbridge.assessment.appointment.CourseMother;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.EngagementPattern.Sign;

/** Families whose engagement asks for a review, for the tests of adapters. */
public final class EngagementExamples {

    private EngagementExamples() {}

    /** Somebody was discharged against advice, which asks for a review of the risk. */
    public static Change<Engagement, News> asked(String family, List<String> parties) {
        var at = CourseMother.MONDAY_TEN;
        var seen = new Seen(
                "s-1",
                1,
                "m-1",
                parties.getFirst(),
                "p-1",
                Sign.DISCHARGED_AGAINST_ADVICE,
                at.minus(Duration.ofDays(1)));
        return Engagement.of(family, "E-1")
                .saw(seen, parties, List.of(), CourseMother.rules("family-approach"), at)
                .orElseThrow();
    }
}
