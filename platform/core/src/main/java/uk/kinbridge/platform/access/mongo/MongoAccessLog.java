package uk.kinbridge.platform.access.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;

/** One small document for each look, found by record and time. */
final class MongoAccessLog implements AccessLog {

    static final String COLLECTION = "accessLog";

    /** So many looks go into one write at most. */
    private static final int TOGETHER = 200;

    private final MongoOperations mongo;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    private record Waiting(Entry entry, CompletableFuture<Boolean> stored) {}

    MongoAccessLog(MongoOperations mongo) {
        this.mongo = mongo;
    }

    record Entry(
            String id,
            String record,
            Instant at,
            String person,
            String name,
            String agency,
            List<String> roles,
            String what) {

        static Entry of(Look look) {
            return new Entry(
                    UUID.randomUUID().toString(),
                    look.record(),
                    look.at(),
                    look.person(),
                    look.name(),
                    look.agency(),
                    look.roles(),
                    look.what());
        }

        Kept kept() {
            return new Kept(id, new Look(record, at, person, name, agency, roles, what));
        }
    }

    /**
     * Whoever comes while another look is being written waits for it, and then writes all that have come meanwhile in one
     * go: under load many looks cost one write, and each is stored before its record is shown.
     */
    @Override
    public void addAll(List<Look> looks) {
        var mine = looks.stream()
                .map(look -> new Waiting(Entry.of(look), new CompletableFuture<>()))
                .toList();
        queue.addAll(mine);
        while (!stored(mine)) {
            writing.lock();
            try {
                if (!stored(mine)) {
                    writeAll();
                }
            } finally {
                writing.unlock();
            }
        }
        try {
            mine.forEach(waiting -> waiting.stored.join());
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    private static boolean stored(List<Waiting> mine) {
        return mine.stream().allMatch(waiting -> waiting.stored.isDone());
    }

    private void writeAll() {
        var batch = new ArrayList<Waiting>();
        for (var next = queue.poll(); next != null; next = batch.size() < TOGETHER ? queue.poll() : null) {
            batch.add(next);
        }
        try {
            mongo.insert(batch.stream().map(Waiting::entry).toList(), COLLECTION);
            batch.forEach(waiting -> waiting.stored.complete(true));
        } catch (RuntimeException away) {
            batch.forEach(waiting -> waiting.stored.completeExceptionally(away));
        }
    }

    @Override
    public List<Kept> of(Part part) {
        var criteria = new ArrayList<Criteria>();
        criteria.add(Criteria.where("record").is(part.record()));
        if (part.agency() != null) {
            criteria.add(Criteria.where("agency").is(part.agency()));
        }
        var before = part.before();
        if (before != null) {
            criteria.add(Criteria.where("at").lte(before.at()));
            criteria.add(new Criteria()
                    .orOperator(
                            Criteria.where("at").lt(before.at()),
                            Criteria.where("_id").lt(before.id())));
        }
        return mongo
                .find(
                        new Query(new Criteria().andOperator(criteria))
                                .with(Sort.by(Sort.Direction.DESC, "at", "_id"))
                                .limit(part.limit()),
                        Entry.class,
                        COLLECTION)
                .stream()
                .map(Entry::kept)
                .toList();
    }
}
