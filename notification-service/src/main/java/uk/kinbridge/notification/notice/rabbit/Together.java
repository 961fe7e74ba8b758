package uk.kinbridge.notification.notice.rabbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Has the same kind of work that several threads bring at one time done in one go. Who comes alone waits for nobody; while
 * that is being done, the others gather, and one of them does it for all. Each hears how its own ended.
 */
final class Together<T> {

    private final Consumer<List<T>> work;
    private final Queue<Ticket<T>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    Together(Consumer<List<T>> work) {
        this.work = work;
    }

    private static final class Ticket<T> {
        private final T item;
        private volatile boolean done;
        private volatile @Nullable RuntimeException failure;

        Ticket(T item) {
            this.item = item;
        }

        private void end(@Nullable RuntimeException why) {
            failure = why;
            done = true;
        }
    }

    /** Comes back when it is done; throws what the work threw about it. */
    void take(T item) {
        var mine = new Ticket<>(item);
        waiting.add(mine);
        turn.lock();
        try {
            if (!mine.done) {
                doAll(gathered());
            }
        } finally {
            turn.unlock();
        }
        var failure = mine.failure;
        if (failure != null) {
            throw failure;
        }
    }

    /** How many have gathered. */
    int waiting() {
        return waiting.size();
    }

    private List<Ticket<T>> gathered() {
        var all = new ArrayList<Ticket<T>>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
        }
        return all;
    }

    /**
     * One that cannot be done must not be laid to the others' charge: then each is tried by itself. Whatever breaks the
     * work off, nobody's item counts as done that was not.
     */
    private void doAll(List<Ticket<T>> all) {
        try {
            work.accept(all.stream().map(ticket -> ticket.item).toList());
            all.forEach(ticket -> ticket.end(null));
        } catch (TransientDataAccessException | NonTransientDataAccessResourceException away) {
            all.forEach(ticket -> ticket.end(away));
        } catch (RuntimeException failed) {
            if (all.size() == 1) {
                all.getFirst().end(failed);
            } else {
                all.forEach(ticket -> doAll(List.of(ticket)));
            }
        } catch (Error broken) {
            all.forEach(ticket -> ticket.end(new IllegalStateException("the work broke off", broken)));
        }
    }
}
