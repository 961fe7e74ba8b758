package uk.kinbridge.assessment.assessment.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.assessment.AssessmentMother.MONDAY_TEN;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TOM;
import static uk.kinbridge.assessment.assessment.AssessmentMother.completed;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.assessment.assessment.Actor;
import uk.kinbridge.assessment.assessment.AssessmentEvent;
import uk.kinbridge.assessment.assessment.AssessmentEvent.Happened;
import uk.kinbridge.assessment.assessment.AssessmentEvent.What;
import uk.kinbridge.assessment.assessment.AssessmentMother;

/** HAC-03, HAC-04, SAL-08: what assessment-service says obeys the contract that the readers were built on. */
class AssessmentEventsContractTest {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<AssessmentEvent> events() {
        var a = completed();
        var overdue = a.elapse(MONDAY_TEN.plus(Duration.ofDays(400)), AssessmentMother.parentalNeeds());
        return Stream.concat(
                Arrays.stream(What.values())
                        .map(what -> new Happened(
                                what, a, Actor.of(TOM), MONDAY_TEN, what == What.INVITED ? MONDAY_TEN : null)),
                overdue.events().stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void obeys_its_schema_and_holds_nobodys_words(AssessmentEvent event) {
        var announcement = AssessmentAnnouncements.announcement(event);
        var data = JSON.writeValueAsString(announcement.data());

        assertThat(faults(announcement.type(), data)).isEmpty();
        assertThat(faults(announcement.type(), "{}")).as("the check can fail").isNotEmpty();
        assertThat(data).doesNotContain("Robin", "Wren", "grandmother");
    }

    private static java.util.Set<?> faults(String type, String data) {
        var file = "/contracts/events/" + type.substring("uk.kinbridge.".length()) + ".schema.json";
        var schema = Objects.requireNonNull(
                AssessmentEventsContractTest.class.getResourceAsStream(file), "there is no " + file);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(data, InputFormat.JSON);
    }
}
