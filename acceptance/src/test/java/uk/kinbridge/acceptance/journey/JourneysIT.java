package uk.kinbridge.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.kinbridge.acceptance.stage.Stage;

/** Every journey, through the gateway, with people of several agencies (HAC-01, HAC-02, HAC-03, HAC-14, HAC-17, HAC-23). */
class JourneysIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hackney-into-treatment",
                "hackney-direct-referral",
                "hackney-late-acknowledgement",
                "resolved-at-level-one",
                "salford-four-levels",
                "same-day-immediate-risk",
                "silence-becomes-escalation"
            })
    void goes_as_the_protocol_wants(String name) {
        var told = new ArrayList<String>();
        var journey = Play.JOURNEYS.stream()
                .filter(j -> j.name().equals(name))
                .findFirst()
                .orElseThrow();

        journey.play(Stage.set().suite(), new Story(told::add));

        assertThat(told).anyMatch(line -> line.matches(" +\\[[A-Z]{3}-\\d{2}\\] .*"));
    }
}
