package uk.kinbridge.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventExamplesTest {

    static Set<String> types() {
        return Contracts.describedTypes();
    }

    @Test
    void every_event_that_is_routed_is_described_and_the_other_way_round() {
        assertThat(types()).isNotEmpty().isEqualTo(Contracts.routedTypes());
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_example_carries_its_own_type_and_a_service_as_source(String type) {
        var example = Contracts.example(type);

        assertThat(example.path("type").asText()).isEqualTo(type);
        assertThat(example.path("source").asText()).matches("/[a-z]+-service");
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_data_of_an_example_obeys_its_schema(String type) {
        assertThat(faults(type, Contracts.example(type).path("data"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void data_without_one_of_its_required_members_breaks_the_schema(String type) {
        for (var required : Contracts.schema(type).path("required")) {
            ObjectNode data = Contracts.example(type).path("data").deepCopy();
            data.remove(required.asText());

            assertThat(faults(type, data)).as(required.asText()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_member_that_is_new_to_the_reader_breaks_nothing(String type) {
        ObjectNode data = Contracts.example(type).path("data").deepCopy();
        data.put("addedLater", true);

        assertThat(faults(type, data)).isEmpty();
    }

    @Test
    void a_time_that_is_none_breaks_the_schema() {
        ObjectNode data = Contracts.example("uk.kinbridge.notice.requested.v1")
                .path("data")
                .deepCopy();
        data.put("requestedAt", "yesterday");

        assertThat(faults("uk.kinbridge.notice.requested.v1", data)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_example_is_a_cloud_event(String type) {
        var schema = Contracts.reference("cloudevents-1.0/cloudevents.json");
        assumeTrue(
                schema.isPresent(), "not checked: the published CloudEvents schema is not given (KINBRIDGE_REFERENCE)");
        ObjectNode nameless = Contracts.example(type).deepCopy();
        nameless.remove("id");

        assertThat(Contracts.faults(schema.orElseThrow(), VersionFlag.V7, Contracts.example(type)))
                .isEmpty();
        assertThat(Contracts.faults(schema.orElseThrow(), VersionFlag.V7, nameless))
                .as("without an id")
                .isNotEmpty();
    }

    private static java.util.List<String> faults(String type, JsonNode data) {
        return Contracts.faults(Contracts.schema(type), VersionFlag.V202012, data);
    }
}
