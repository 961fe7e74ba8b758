package uk.kinbridge.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private final JsonNode document = Contracts.asyncApi();

    @Test
    void the_document_is_valid_async_api() {
        var schema = Contracts.reference("asyncapi-3.0/3.0.0.json");
        assumeTrue(schema.isPresent(), "not checked: the published AsyncAPI schema is not given (KINBRIDGE_REFERENCE)");
        ObjectNode misspelt = document.deepCopy();
        misspelt.set("chanels", misspelt.remove("channels"));

        assertThat(Contracts.faults(schema.orElseThrow(), VersionFlag.V7, document))
                .isEmpty();
        assertThat(Contracts.faults(schema.orElseThrow(), VersionFlag.V7, misspelt))
                .as("a misspelt member")
                .isNotEmpty();
    }

    @Test
    void every_routed_event_has_its_channel_and_a_message_of_its_name() {
        assertThat(texts(document.path("channels"), "address")).isEqualTo(Contracts.routedTypes());
        assertThat(texts(document.at("/components/messages"), "name")).isEqualTo(Contracts.routedTypes());
    }

    @Test
    void every_service_receives_exactly_what_the_topology_routes_to_it() {
        var topology = Contracts.topology();

        topology.fieldNames()
                .forEachRemaining(service ->
                        assertThat(addresses("receive", service)).as(service).isEqualTo(words(topology.path(service))));
    }

    @Test
    void every_event_is_sent_by_the_service_that_its_example_names() {
        for (var type : Contracts.routedTypes()) {
            var source = Contracts.example(type).path("source").asText().substring(1);

            assertThat(addresses("send", source)).as(source).contains(type);
        }
    }

    @Test
    void the_payload_of_every_message_is_the_schema_of_its_event() {
        for (var message : document.at("/components/messages")) {
            var type = message.path("name").asText();
            var data = message.at("/payload/allOf/1/properties");

            assertThat(data.at("/type/const").asText()).isEqualTo(type);
            assertThat(data.at("/data/$ref").asText())
                    .isEqualTo("./events/" + type.substring("uk.kinbridge.".length()) + ".schema.json");
        }
    }

    @Test
    void every_reference_inside_the_document_leads_somewhere() {
        for (var reference : document.findValuesAsText("$ref")) {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            }
        }
    }

    @Test
    void every_example_obeys_the_envelope_that_the_document_describes() {
        var envelope = document.at("/components/schemas/envelope");

        for (var type : Contracts.routedTypes()) {
            List<String> faults = Contracts.faults(envelope, VersionFlag.V7, Contracts.example(type));
            assertThat(faults).as(type).isEmpty();
        }
    }

    private Set<String> addresses(String action, String service) {
        var addresses = new TreeSet<String>();
        for (var operation : document.path("operations")) {
            if (operation.path("action").asText().equals(action)
                    && operation.at("/tags/0/name").asText().equals(service)) {
                var channel = operation.at("/channel/$ref").asText().substring(1);
                addresses.add(document.at(channel).path("address").asText());
            }
        }
        return addresses;
    }

    private static Set<String> texts(JsonNode parents, String member) {
        var texts = new TreeSet<String>();
        parents.forEach(parent -> texts.add(parent.path(member).asText()));
        return texts;
    }

    private static Set<String> words(JsonNode list) {
        var words = new TreeSet<String>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }
}
