package uk.kinbridge.platform.mongodb.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process, ended with SIGKILL under load. */
class KilledServerTest {

    private static final int WRITERS = 4;
    private static final int WRITES_BEFORE_THE_KILL = 400;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void loses_no_acknowledged_write() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicInteger increments = new AtomicInteger();

        Running killed = launch();
        try (MongoClient client = killed.client()) {
            MongoCollection<Document> written = documents(client);
            written.createIndex(Indexes.ascending("reference"), new IndexOptions().unique(true));
            written.insertOne(new Document("_id", "counter")
                    .append("reference", "counter")
                    .append("count", 0));
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "W" + writer;
                writers.add(Thread.ofPlatform().start(() -> writeUntilKilled(written, name, acknowledged, increments)));
            }
            while (acknowledged.size() < WRITES_BEFORE_THE_KILL) {
                assertThat(killed.process().isAlive()).isTrue();
                Thread.sleep(5);
            }
            killed.process().destroyForcibly();
            for (Thread writer : writers) {
                writer.join();
            }
        }

        Running restarted = launch();
        try (MongoClient client = restarted.client()) {
            List<String> kept = new ArrayList<>();
            documents(client).find().forEach(document -> kept.add(String.valueOf(document.get("_id"))));
            assertThat(kept).containsAll(acknowledged);
            Document counter = Objects.requireNonNull(
                    documents(client).find(eq("reference", "counter")).first());
            // An increment may have been kept without its answer having arrived, one for each writer.
            assertThat(counter.getInteger("count")).isBetween(increments.get(), increments.get() + WRITERS);
        } finally {
            restarted.process().destroy();
            assertThat(restarted.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void writeUntilKilled(
            MongoCollection<Document> written, String writer, Queue<String> acknowledged, AtomicInteger increments) {
        try {
            for (int number = 0; ; number++) {
                String id = writer + "-" + number;
                written.insertOne(new Document("_id", id).append("reference", id));
                acknowledged.add(id);
                written.updateOne(eq("_id", "counter"), inc("count", 1));
                increments.incrementAndGet();
            }
        } catch (MongoException killed) {
            // what the test waits for
        }
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("kinbridge-test").getCollection("written");
    }

    private Running launch() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedMongoDbProcess.class.getName(),
                        folder.toString(),
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            int uri = line.indexOf("mongodb://");
            if (uri >= 0) {
                return new Running(process, line.substring(uri));
            }
        }
        return fail("the server did not start");
    }

    private record Running(Process process, String uri) {

        MongoClient client() {
            return MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(uri))
                    .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                    .build());
        }
    }
}
