package uk.kinbridge.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what this module publishes, and the published schemas of others where they are given. */
final class Contracts {

    private static final String EVENT = "uk.kinbridge.";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Contracts() {}

    static JsonNode topology() {
        return read(YAML, "/contracts/topology.yaml").at("/kinbridge/messaging/subscriptions");
    }

    /** Every type that some service hears. */
    static Set<String> routedTypes() {
        var types = new TreeSet<String>();
        topology().forEach(heard -> heard.forEach(type -> types.add(type.asText())));
        return types;
    }

    static JsonNode asyncApi() {
        return read(YAML, "/contracts/asyncapi.yaml");
    }

    static JsonNode example(String type) {
        return read(JSON, "/contracts/events/examples/" + shortName(type) + ".json");
    }

    static JsonNode schema(String type) {
        return read(JSON, "/contracts/events/" + shortName(type) + ".schema.json");
    }

    /** The types that have a schema, by the names of the files. */
    static Set<String> describedTypes() {
        var url = Contracts.class.getResource("/contracts/events");
        if (url == null) {
            throw new IllegalStateException("no events are described");
        }
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> EVENT + name.substring(0, name.length() - ".schema.json".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException | java.net.URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A published schema of others; empty when the folder of references is not given. */
    static Optional<JsonNode> reference(String path) {
        var folder = System.getenv("KINBRIDGE_REFERENCE");
        if (folder == null || folder.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(Path.of(folder, path).toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with the instance; empty when it is valid. Formats count. */
    static List<String> faults(JsonNode schema, SpecVersion.VersionFlag draft, JsonNode instance) {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        var faults = JsonSchemaFactory.getInstance(draft).getSchema(schema, config).validate(instance).stream()
                .map(ValidationMessage::getMessage)
                .toList();
        return new ArrayList<>(faults);
    }

    private static String shortName(String type) {
        return type.substring(EVENT.length());
    }

    private static JsonNode read(ObjectMapper mapper, String resource) {
        try (InputStream in = Contracts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + resource);
            }
            return mapper.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
