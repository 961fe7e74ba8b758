package uk.kinbridge.platform.mongodb.embedded;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Answers a command only when everything that it wrote, or read, is in the file.
 *
 * <p>The stock backend commits in the background, and a killed process loses about a second of acknowledged writes.
 * Here commands run side by side under the shared lock; the first that finds something unsaved commits for all under
 * the exclusive one. So the file never holds half of a command, such as a document without its unique key.
 */
final class DurableBackend extends H2Backend {

    /** Overwritten pages stay this long: short, since a file that is committed on every write grows fast. */
    private static final int RETENTION_MILLIS = 10_000;

    private static final int COMPACT_BELOW_PERCENT_FILLED = 60;
    private static final int COMPACT_AT_MOST_BYTES = 4 * 1024 * 1024;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private DurableBackend(MVStore store) {
        super(store);
    }

    static DurableBackend withoutFile() {
        return new DurableBackend(MVStore.open(null));
    }

    static DurableBackend inFile(String file) {
        // No commits of the store's own accord, neither by time nor by size: they would catch commands half way.
        MVStore store = new MVStore.Builder()
                .fileName(file)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        store.setRetentionTime(RETENTION_MILLIS);
        return new DurableBackend(store);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        try {
            UnsupportedOptions.refuse(command, query);
            return answerDurably(channel, database, command, query);
        } catch (MongoServerException refusal) {
            throw refusal;
        } catch (RuntimeException bug) {
            // The command's name only: what is in it may be somebody's record.
            System.err.println("embedded MongoDB: " + command + " failed with "
                    + bug.getClass().getName());
            throw bug;
        }
    }

    private Document answerDurably(Channel channel, String database, String command, Document query) {
        boolean unsaved = true;
        Lock shared = lock.readLock();
        shared.lock();
        try {
            return answer(channel, database, command, query);
        } finally {
            // Asked under the lock: during another command's commit the store already counts our change as saved.
            unsaved = !isInMemory() && getMvStore().hasUnsavedChanges();
            shared.unlock();
            if (unsaved) {
                commitForAll();
            }
        }
    }

    /** Spring Boot's health check says {@code hello}; the server underneath knows only its older name. */
    private Document answer(Channel channel, String database, String command, Document query) {
        if (!command.equalsIgnoreCase("hello")) {
            return super.handleCommand(channel, database, command, query);
        }
        Document response = super.handleCommand(channel, database, "isMaster", query);
        response.put("isWritablePrimary", true);
        return response;
    }

    private void commitForAll() {
        exclusively(() -> {
            if (getMvStore().hasUnsavedChanges()) {
                getMvStore().commit();
            }
        });
    }

    /** Moves the living pages of nearly empty chunks together, so that the file can be used again. */
    void compact() {
        exclusively(() -> getMvStore().compact(COMPACT_BELOW_PERCENT_FILLED, COMPACT_AT_MOST_BYTES));
    }

    private void exclusively(Runnable work) {
        Lock exclusive = lock.writeLock();
        exclusive.lock();
        try {
            if (!getMvStore().isClosed()) {
                work.run();
            }
        } finally {
            exclusive.unlock();
        }
    }

    @Override
    public void close() {
        exclusively(super::close);
    }
}
