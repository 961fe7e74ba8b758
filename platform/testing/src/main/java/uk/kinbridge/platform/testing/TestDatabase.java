package uk.kinbridge.platform.testing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A database of its own on one of the servers; dropped when closed. */
public final class TestDatabase implements AutoCloseable {

    private static final String EMBEDDED = "embedded";
    private static final int LONGEST_STEM = 40;

    private final String server;
    private final String uri;
    private final String name;
    private final MongoClient client;

    private TestDatabase(String server, String uri, String name) {
        this.server = server;
        this.uri = uri;
        this.name = name;
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .retryWrites(false)
                .build());
    }

    /** On the embedded server, one for the whole JVM. */
    public static TestDatabase embedded(Class<?> test) {
        return new TestDatabase(EMBEDDED, Databases.Embedded.URI, freshName(test));
    }

    /** On a server that was given; that may be the embedded one in a process of its own. */
    public static TestDatabase given(String uri, Class<?> test) {
        boolean embedded = "embedded".equals(System.getenv("KINBRIDGE_MONGODB_KIND"));
        return new TestDatabase(embedded ? EMBEDDED + " in its own process" : "given server", uri, freshName(test));
    }

    public String uri() {
        return uri;
    }

    public String name() {
        return name;
    }

    public MongoClient client() {
        return client;
    }

    public MongoDatabase mongo() {
        return client.getDatabase(name);
    }

    public boolean isEmbedded() {
        return server.startsWith(EMBEDDED);
    }

    @Override
    public void close() {
        try {
            mongo().drop();
        } catch (MongoException away) {
            // a test that stops its server leaves nothing to drop
        } finally {
            client.close();
        }
    }

    /** The name of the server, as it is shown beside the tests. */
    @Override
    public String toString() {
        return server;
    }

    private static String freshName(Class<?> test) {
        String stem = "test-" + test.getSimpleName().toLowerCase(Locale.ROOT);
        return stem.substring(0, Math.min(stem.length(), LONGEST_STEM)) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }
}
