package uk.kinbridge.platform.testing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;

/**
 * Watches which queries an adapter really sends to a given database, and has that explain how it answers them. The
 * embedded server ignores indexes that are not unique, so only a given one can show their use.
 */
public final class QueryWatch implements AutoCloseable {

    private final TestDatabase database;
    private final List<BsonDocument> sent = Collections.synchronizedList(new ArrayList<>());
    private final MongoClient client;

    private QueryWatch(TestDatabase database) {
        this.database = database;
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(database.uri()))
                .retryWrites(false)
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (event.getCommandName().equals("find")) {
                            sent.add(event.getCommand().clone());
                        }
                    }
                })
                .build());
    }

    /** On the server that {@code MONGODB_URI} names. */
    public static QueryWatch onGivenServer(Class<?> test) {
        return new QueryWatch(TestDatabase.given(String.valueOf(System.getenv("MONGODB_URI")), test));
    }

    /** For the adapter: what goes through it is watched. */
    public MongoClient client() {
        return client;
    }

    /** The same database, unwatched, for filling it. */
    public TestDatabase database() {
        return database;
    }

    /**
     * The steps, of all queries that this sends, that look at every document of a collection.
     *
     * @throws IllegalStateException when it sends no query: then nothing has been shown
     */
    public List<String> scansOf(Runnable adapter) {
        sent.clear();
        adapter.run();
        if (sent.isEmpty()) {
            throw new IllegalStateException("no query was sent");
        }
        return List.copyOf(sent).stream()
                .flatMap(find -> scansOf(find).stream())
                .toList();
    }

    /** The same for a query that is given as the command of the database. */
    public List<String> scansOf(BsonDocument find) {
        var command = find.clone();
        command.keySet().removeIf(key -> key.startsWith("$") || key.equals("lsid"));
        return Plans.scansIn(database.mongo().runCommand(new Document("explain", command)));
    }

    @Override
    public void close() {
        client.close();
        database.close();
    }
}
