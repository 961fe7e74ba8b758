package uk.kinbridge.assessment.engagement.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.protocols.pack.EngagementPattern.Sign;

/** FAP-12: the picture of a family is made of what the contract shows. */
class OutcomeHeardContractTest {

    @Test
    void reads_the_example_of_the_contract() throws Exception {
        try (var example = Objects.requireNonNull(OutcomeHeardContractTest.class.getResourceAsStream(
                "/contracts/events/examples/appointment.outcome-recorded.v1.json"))) {
            var news = OutcomeHeard.news(new JsonMapper().readTree(example).required("data"));

            assertThat(news.seen().sign()).isEqualTo(Sign.DID_NOT_ATTEND);
            assertThat(news.seen().source()).endsWith("/1");
            assertThat(news.agencies()).contains("hackney-childrens-social-care");
            assertThat(news.shields()).singleElement().satisfies(s -> assertThat(s.fromPeople())
                    .containsExactly("a9"));
        }
    }
}
