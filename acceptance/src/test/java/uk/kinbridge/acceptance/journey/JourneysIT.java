package uk.kinbridge.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.kinbridge.acceptance.stage.Stage;

/** Every journey, through the gateway, with people of several agencies (HAC-01, HAC-02, HAC-03, HAC-14, HAC-17, HAC-23). */
class JourneysIT {

    static Stream<String> all() {
        return Play.JOURNEYS.stream().map(Journey::name);
    }

    @ParameterizedTest
    @MethodSource("all")
    void goes_as_the_protocol_wants(String name) {
        var told = new ArrayList<String>();
        var journey = Play.JOURNEYS.stream()
                .filter(j -> j.name().equals(name))
                .findFirst()
                .orElseThrow();

        journey.play(Stage.set().suite(), new Story(told::add));

        assertThat(told).anyMatch(line -> line.matches(" +\\[[A-Z]{3}-\\d\\d\\].*"));
    }
}
