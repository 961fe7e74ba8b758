package uk.kinbridge.referral.referral.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.referral.referral.FollowAssessment.What;

/** HAC-03, HAC-04: the examples that assessment-service is held to are read here as what they mean. */
class AssessmentNewsContractTest {

    @ParameterizedTest
    @CsvSource({
        "invited, INVITED",
        "completed, COMPLETED",
        "outcome-shared, OUTCOME_SHARED",
        "reviewed, REVIEWED",
        "harm-indicated, HARM_INDICATED"
    })
    void reads_the_example(String word, What what) throws IOException {
        var news = AssessmentNews.news(example("assessment." + word + ".v1"));

        assertThat(news.what()).isEqualTo(what);
        assertThat(news.referral()).isEqualTo("r-1");
        assertThat(news.by().agency()).isEqualTo("hackney-drug-treatment");
        assertThat(news.at()).isEqualTo(Instant.parse("2026-07-14T10:00:00Z"));
    }

    private static IncomingEvent example(String name) throws IOException {
        try (var file = Objects.requireNonNull(
                AssessmentNewsContractTest.class.getResourceAsStream("/contracts/events/examples/" + name + ".json"))) {
            var event = new JsonMapper().readTree(file.readAllBytes());
            return new IncomingEvent(
                    "m-1",
                    event.path("type").asString(),
                    event.path("subject").asString(),
                    Instant.parse(event.path("time").asString()),
                    event.path("data"));
        }
    }
}
