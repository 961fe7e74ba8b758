package uk.kinbridge.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No container engine is at hand where the tests run, so this reads the file as closely as it can without one. */
class ComposeFileTest {

    private static final Path LOCAL = Path.of("..", "deploy", "local");

    private final String text = read(LOCAL.resolve("compose.yaml"));
    private final JsonNode compose = parsed(text);

    @Test
    void brings_the_three_servers_and_nothing_else() {
        assertThat(compose.at("/services").propertyNames()).containsExactly("mongodb", "rabbitmq", "keycloak");
    }

    @Test
    void every_image_says_its_version() {
        for (JsonNode service : compose.at("/services")) {
            assertThat(service.path("image").asString()).matches("[a-z./]+:\\d+\\.\\d+(\\.\\d+)?");
        }
    }

    @Test
    void keycloak_is_the_one_that_the_launcher_runs() {
        String launcher = read(LOCAL.resolve("launcher").resolve("keycloak.py"));
        String version = compose.at("/services/keycloak/image").asString().replaceFirst(".*:", "");

        assertThat(launcher).contains("VERSION = \"" + version + "\"");
    }

    @Test
    void listens_on_the_loopback_address_only() {
        for (JsonNode service : compose.at("/services")) {
            assertThat(service.path("ports"))
                    .isNotEmpty()
                    .allSatisfy(port -> assertThat(port.asString()).matches("127\\.0\\.0\\.1:(\\d+):\\1"));
        }
    }

    @Test
    void every_server_says_when_it_is_healthy_and_keeps_its_data_in_a_declared_volume() {
        for (JsonNode service : compose.at("/services")) {
            assertThat(service.at("/healthcheck/test")).isNotEmpty();
            for (JsonNode volume : service.path("volumes")) {
                assertThat(compose.at("/volumes").propertyNames())
                        .contains(volume.asString().replaceFirst(":.*", ""));
            }
        }
    }

    @Test
    void the_addresses_in_the_comment_are_those_of_the_ports() {
        assertThat(text)
                .contains("MONGODB_URI='mongodb://localhost:27017/?replicaSet=kinbridge'")
                .contains("RABBITMQ_URI='amqp://guest:guest@localhost:5672'")
                .contains("KEYCLOAK_URL='http://localhost:8090'");
        assertThat(compose.at("/services/mongodb/ports/0").asString()).contains(":27017:");
        assertThat(compose.at("/services/mongodb/command").toString()).contains("kinbridge");
        assertThat(compose.at("/services/rabbitmq/ports/0").asString()).contains(":5672:");
        assertThat(compose.at("/services/keycloak/ports/0").asString()).contains(":8090:");
    }

    private static JsonNode parsed(String text) {
        var strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return JsonMapper.shared().valueToTree(new Yaml(new SafeConstructor(strict)).load(text));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
