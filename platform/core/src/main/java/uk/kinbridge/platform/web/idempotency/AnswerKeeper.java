package uk.kinbridge.platform.web.idempotency;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import uk.kinbridge.platform.background.Gathering;
import uk.kinbridge.platform.background.Loop;

/**
 * Writes the answers beside their keys, a moment later and many in one statement: who was answered does not wait for it.
 * Until then this instance answers repetitions from memory; another one says that the request is still being handled.
 * Should the process die before, the repetition runs again at the end of the lease and meets what was saved, under the
 * id that is derived from the key.
 */
final class AnswerKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AnswerKeeper.class);

    private static final Duration GATHERING = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int TOGETHER = 200;

    /** An answer on its way, from whoever held the claim. */
    private record Late(String scope, String holder, KeptAnswer answer) {}

    private final MongoOperations mongo;
    private final Map<String, Late> onTheirWay = new ConcurrentHashMap<>();
    private final Gathering<Late> gathering = new Gathering<>(GATHERING, TOGETHER);
    private final Loop loop = new Loop("the keeping of answers", LOOK);

    AnswerKeeper(MongoOperations mongo) {
        this.mongo = mongo;
    }

    void keep(String scope, String holder, KeptAnswer answer) {
        var late = new Late(scope, holder, answer);
        onTheirWay.put(scope, late);
        gathering.add(late);
    }

    /** What that holder has answered, while it is not beside its key yet. */
    Optional<KeptAnswer> of(String scope, String holder) {
        return Optional.ofNullable(onTheirWay.get(scope))
                .filter(late -> late.holder().equals(holder))
                .map(Late::answer);
    }

    @Override
    public void start() {
        loop.start();
        loop.round("answers", () -> write(gathering.gather(LOOK)));
    }

    @Override
    public void stop() {
        loop.stop();
        write(gathering.gathered());
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** Ends after the last request has: what is started early is stopped late. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** An answer that could not be written is missed by nobody: the lease and the derived id stand in for it. */
    private void write(List<Late> answers) {
        if (answers.isEmpty()) {
            return;
        }
        try {
            var updates = answers.stream()
                    .map(late -> new UpdateOneModel<Document>(
                            heldBy(late.scope(), late.holder()),
                            Updates.set(IdempotencyKeys.ANSWER, late.answer().toDocument())))
                    .toList();
            mongo.execute(
                    IdempotencyKeys.COLLECTION, keys -> keys.bulkWrite(updates, new BulkWriteOptions().ordered(false)));
        } catch (DataAccessException away) {
            log.warn(
                    "the answers to {} creations could not be kept ({})",
                    answers.size(),
                    away.getClass().getSimpleName());
        } finally {
            answers.forEach(late -> onTheirWay.remove(late.scope(), late));
        }
    }

    static Bson heldBy(String scope, String holder) {
        return Filters.and(Filters.eq("_id", scope), Filters.eq("holder", holder));
    }
}
