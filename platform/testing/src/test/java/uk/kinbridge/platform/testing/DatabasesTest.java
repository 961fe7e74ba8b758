package uk.kinbridge.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class DatabasesTest {

    private static final ConcurrentHashMap<String, Boolean> SEEN = new ConcurrentHashMap<>();

    private final TestDatabase database;

    DatabasesTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void each_run_has_a_server_and_a_fresh_database() {
        assertThat(database.toString()).isIn("embedded", "given server");
        assertThat(SEEN.put(database.name(), true)).isNull();
        assertThat(database.mongo().listCollectionNames()).isEmpty();
    }

    @Test
    void what_is_written_can_be_read() {
        database.mongo().getCollection("teas").insertOne(new Document("_id", "assam"));
        assertThat(database.mongo().getCollection("teas").countDocuments()).isEqualTo(1);
        database.mongo().getCollection("teas").drop();
    }
}
