package uk.kinbridge.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is open to everybody is written twice, at the door and in the service behind it; both must mean the same. */
class PublishedPathsTest {

    private static final String SETTINGS = "src/main/resources/application.yaml";

    @Test
    void the_gateway_lets_in_without_a_sign_in_what_the_directory_answers_without_one() throws IOException {
        JsonNode gateway = settings("gateway").path("kinbridge");
        List<String> atTheDoor = paths(gateway.path("published").asString() + ","
                + gateway.path("open-feed").asString());
        List<String> behindIt = paths(
                settings("directory-service").at("/kinbridge/directory/open").asString());

        assertThat(atTheDoor).containsExactlyInAnyOrderElementsOf(behindIt);
    }

    private static List<String> paths(String list) {
        return List.of(list.split(","));
    }

    private static JsonNode settings(String module) throws IOException {
        String text = Files.readString(Path.of("..", module, SETTINGS));
        Object first = new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(text)
                .iterator()
                .next();
        return JsonMapper.shared().valueToTree(first);
    }
}
