package uk.kinbridge.platform.web.problem;

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
        if (WRITES.contains(command) && !CLAIMS.equals(collection(event, command))) {
            WROTE.set(true);
        }
    }

    private static String collection(CommandStartedEvent event, String command) {
        return event.getCommand().getString(command, new BsonString("")).getValue();
    }

    static boolean mayHaveWritten() {
        return Boolean.TRUE.equals(WROTE.get());
    }

    static void forget() {
        WROTE.remove();
    }
}
