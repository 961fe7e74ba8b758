package uk.kinbridge.notification.webhook.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.delivery.Systems;
import uk.kinbridge.notification.webhook.Endpoint;
import uk.kinbridge.notification.webhook.Endpoints;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.platform.mongo.Versioned;

/** Registered systems in MongoDB, one document each. */
@Component
class MongoEndpoints implements Endpoints, Systems {

    static final String COLLECTION = "webhooks";

    private final MongoOperations mongo;
    private final AggregateCollection<Endpoint, Void> collection;

    MongoEndpoints(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.collection = aggregates.open(
                COLLECTION, Endpoint.class, endpoint -> new Document("agency", endpoint.agency()), (id, event, now) -> {
                    throw new IllegalStateException("a system announces nothing");
                });
    }

    @Override
    public Kept add(Endpoint endpoint, Instant now) {
        try {
            return kept(collection.insert(Change.silent(endpoint), now));
        } catch (DuplicateKeyException there) {
            return find(endpoint.id()).orElseThrow(() -> there);
        }
    }

    @Override
    public Optional<Kept> find(String id) {
        return collection.find(id).map(MongoEndpoints::kept);
    }

    @Override
    public List<Kept> of(String agency) {
        return Objects.requireNonNull(mongo.execute(
                COLLECTION,
                c -> c
                        .find(Filters.eq("find.agency", agency))
                        .sort(Sorts.descending("registeredAt"))
                        .into(new ArrayList<Document>())
                        .stream()
                        .map(collection::read)
                        .map(MongoEndpoints::kept)
                        .toList()));
    }

    @Override
    public List<String> listening(String agency) {
        return of(agency).stream()
                .map(Kept::endpoint)
                .filter(Endpoint::enabled)
                .map(Endpoint::id)
                .toList();
    }

    @Override
    public boolean save(long version, Endpoint next, Instant now) {
        return collection.save(version, Change.silent(next), now) instanceof SaveOutcome.Saved;
    }

    private static Kept kept(Versioned<Endpoint> versioned) {
        return new Kept(versioned.aggregate(), versioned.version());
    }

    @Configuration(proxyBeanMethods = false)
    static class Indexes {

        @Bean
        CollectionIndexes indexesOfWebhooks() {
            return new CollectionIndexes(
                    COLLECTION, List.of(new Index().named("agency").on("find.agency", Direction.ASC)));
        }
    }
}
