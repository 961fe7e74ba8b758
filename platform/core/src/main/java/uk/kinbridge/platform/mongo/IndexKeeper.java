package uk.kinbridge.platform.mongo;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/** Creates the indexes when the database answers, so that a service starts while its database is away. */
final class IndexKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final MongoOperations mongo;
    private final Aggregates aggregates;
    private final List<CollectionIndexes> indexes;
    private volatile boolean running;

    IndexKeeper(MongoOperations mongo, Aggregates aggregates, List<CollectionIndexes> indexes) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.indexes = List.copyOf(indexes);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("indexes").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                ensureAll();
                return;
            } catch (DataAccessException away) {
                log.warn("indexes wait for the database: {}", away.getClass().getSimpleName());
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Creates what is missing; what exists stays. */
    void ensureAll() {
        for (var outbox : aggregates.outboxes()) {
            // Sparse: only documents with something to relay or to wake for are in these indexes.
            ensure(
                    outbox.name(),
                    new Index().on("relayAt", Direction.ASC).named("relayAt").sparse());
            ensure(
                    outbox.name(),
                    new Index().on("wakeAt", Direction.ASC).named("wakeAt").sparse());
        }
        indexes.forEach(c -> c.indexes().forEach(index -> ensure(c.collection(), index)));
    }

    private void ensure(String collection, IndexDefinition index) {
        mongo.indexOps(collection).createIndex(index);
    }
}
