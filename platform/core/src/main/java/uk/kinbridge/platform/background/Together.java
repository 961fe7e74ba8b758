package uk.kinbridge.platform.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Has the same kind of work that several threads bring at one time done in one go. Who comes alone waits for nobody,
 * unless a time to gather is given; while that is being done, the others gather, and one of them does it for all. Each
 * hears how its own ended.
 *
 * @param <T> what is brought
 * @param <R> what each hears
 */
public final class Together<T, R> {

    /** So many are done in one go at most: one statement must not grow without bounds. */
    private static final int AT_ONCE = 200;

    private final Duration gathering;
    private final Function<List<T>, List<R>> work;
    private final Queue<Ticket<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    /** @param work answers for each of the items, in their order */
    public Together(Function<List<T>, List<R>> work) {
        this(Duration.ZERO, work);
    }

    private Together(Duration gathering, Function<List<T>, List<R>> work) {
        this.gathering = gathering;
        this.work = work;
    }

    /**
     * Work that has nothing to say but that it is done.
     *
     * @param gathering who comes first waits so long for others: where nobody stands by and together is much cheaper
     */
    public static <T> Together<T, Boolean> doing(Duration gathering, Consumer<List<T>> work) {
        return new Together<>(gathering, items -> {
            work.accept(items);
            return items.stream().map(_ -> true).toList();
        });
    }

    /** Work that has nothing to say but that it is done, and begins at once. */
    public static <T> Together<T, Boolean> doing(Consumer<List<T>> work) {
        return doing(Duration.ZERO, work);
    }

    private static final class Ticket<T, R> {
        private final T item;
        private volatile boolean done;
        private volatile @Nullable R answer;
        private volatile @Nullable RuntimeException failure;

        Ticket(T item) {
            this.item = item;
        }

        private void end(R its) {
            answer = its;
            done = true;
        }

        private void fail(RuntimeException why) {
            failure = why;
            done = true;
        }

        private R ended() {
            var why = failure;
            var its = answer;
            if (why != null) {
                throw why;
            }
            if (its == null) {
                throw new IllegalStateException("the work left an item out");
            }
            return its;
        }
    }

    /** Comes back when it is done, with what the work said of this item; throws what the work threw about it. */
    public R take(T item) {
        var mine = new Ticket<T, R>(item);
        waiting.add(mine);
        turn.lock();
        try {
            if (!mine.done) {
                gather();
            }
            while (!mine.done) {
                doAll(gathered());
            }
        } finally {
            turn.unlock();
        }
        return mine.ended();
    }

    private void gather() {
        try {
            Thread.sleep(gathering);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many have gathered. */
    int waiting() {
        return waiting.size();
    }

    private List<Ticket<T, R>> gathered() {
        var all = new ArrayList<Ticket<T, R>>();
        for (var next = waiting.poll(); next != null; next = all.size() < AT_ONCE ? waiting.poll() : null) {
            all.add(next);
        }
        return all;
    }

    /**
     * One that cannot be done must not be laid to the others' charge: then each is tried by itself. Whatever breaks the
     * work off, nobody's item counts as done that was not.
     */
    private void doAll(List<Ticket<T, R>> all) {
        try {
            var answers = work.apply(all.stream().map(ticket -> ticket.item).toList());
            for (int i = 0; i < all.size(); i++) {
                all.get(i).end(answers.get(i));
            }
        } catch (TransientDataAccessException | NonTransientDataAccessResourceException away) {
            all.forEach(ticket -> ticket.fail(away));
        } catch (RuntimeException failed) {
            if (all.size() == 1) {
                all.getFirst().fail(failed);
            } else {
                all.forEach(ticket -> doAll(List.of(ticket)));
            }
        } catch (Error broken) {
            all.forEach(ticket -> ticket.fail(new IllegalStateException("the work broke off", broken)));
        }
    }
}
