package uk.kinbridge.platform.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Set;
import org.bson.BsonString;

/**
 * Remembers whether the request on this thread has sent a write to the database, so that a 503 tells the truth: before
 * the first write, nothing was saved; after it, that is not certain.
 */
public final class WriteWitness implements CommandListener {

    /** The collection of idempotency keys: a write there claims a key and saves nothing of the caller's. */
    public static final String CLAIMS = "idempotencyKeys";

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "bulkWrite");
    private static final ThreadLocal<Boolean> WROTE = new ThreadLocal<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        String command = event.getCommandName();
        if (WRITES.contains(command)) {
            sends(collection(event, command));
        }
    }

    /** A write of this thread's goes to that collection, whichever thread sends it. */
    static void sends(String collection) {
        if (!CLAIMS.equals(collection)) {
            WROTE.set(true);
        }
    }

    private static String collection(CommandStartedEvent event, String command) {
        return event.getCommand().getString(command, new BsonString("")).getValue();
    }

    /** Whether a write has been sent since the last {@link #forget}. */
    public static boolean mayHaveWritten() {
        return Boolean.TRUE.equals(WROTE.get());
    }

    /** The next request begins. */
    public static void forget() {
        WROTE.remove();
    }
}
