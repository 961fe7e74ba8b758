package uk.kinbridge.protocols.published.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;

/** A copy outlives the service that kept it. */
@OnEachDatabase
class MongoProtocolCopiesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final MongoTemplate mongo;

    MongoProtocolCopiesTest(TestDatabase database) {
        this.mongo = new MongoTemplate(database.client(), database.name());
    }

    @Test
    void what_was_kept_is_there_after_a_restart_and_once() throws IOException {
        var yaml = secondVersion();
        var pack = Packs.read("hackney@2", yaml.getBytes(StandardCharsets.UTF_8));
        var copies = new MongoProtocolCopies(mongo, () -> NOW);
        copies.keep(pack, yaml);
        copies.keep(pack, yaml);

        assertThat(new MongoProtocolCopies(mongo, () -> NOW).all())
                .singleElement()
                .extracting(Pack::version)
                .isEqualTo(2);
    }

    private static String secondVersion() throws IOException {
        try (InputStream first = Objects.requireNonNull(Packs.class.getResourceAsStream("/packs/hackney-1.yaml"))) {
            return new String(first.readAllBytes(), StandardCharsets.UTF_8).replace("version: 1\n", "version: 2\n");
        }
    }
}
