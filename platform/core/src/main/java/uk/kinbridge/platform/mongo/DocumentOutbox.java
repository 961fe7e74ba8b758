package uk.kinbridge.platform.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;

/** The events that wait inside the documents of one collection; it never touches the version of an aggregate. */
record DocumentOutbox(MongoOperations mongo, String collection, Leases leases) implements Outbox {

    @Override
    public String name() {
        return collection;
    }

    @Override
    public Optional<Claim> claimNext(Instant now, Duration lease) {
        return leases.take(Filters.lte("relayAt", Date.from(now)), "relayAt", now, lease)
                .map(DocumentOutbox::toClaim);
    }

    @Override
    public Optional<Claim> claim(String documentId, Instant now, Duration lease) {
        return leases.take(
                        Filters.and(Filters.eq("_id", documentId), Filters.lte("relayAt", Date.from(now))),
                        "relayAt",
                        now,
                        lease)
                .map(DocumentOutbox::toClaim);
    }

    @Override
    public List<OutboxEntry> settle(String documentId, Collection<String> confirmedIds) {
        return in(c -> {
            var left = c.findOneAndUpdate(
                    Filters.eq("_id", documentId),
                    Updates.pull("outbox", new Document("id", new Document("$in", List.copyOf(confirmedIds)))),
                    new FindOneAndUpdateOptions()
                            .projection(Projections.include("outbox"))
                            .returnDocument(ReturnDocument.AFTER));
            if (left == null) {
                return List.of();
            }
            var waiting = toClaim(left).entries();
            if (!waiting.isEmpty()) {
                return waiting;
            }
            // Only while it is still empty: a save may have added events since, and they kept our lease.
            var ended = c.updateOne(
                    Filters.and(Filters.eq("_id", documentId), Filters.size("outbox", 0)), Updates.unset("relayAt"));
            if (ended.getMatchedCount() == 1) {
                return List.of();
            }
            var added = c.find(Filters.eq("_id", documentId)).first();
            return added == null ? List.of() : toClaim(added).entries();
        });
    }

    @Override
    public void postpone(String documentId, Instant until) {
        mongo.execute(
                collection,
                c -> c.updateOne(
                        Filters.and(Filters.eq("_id", documentId), Filters.exists("relayAt")),
                        Updates.set("relayAt", Date.from(until))));
    }

    @Override
    public long backlog(Instant now) {
        return in(c -> c.countDocuments(Filters.lte("relayAt", Date.from(now))));
    }

    private <T> T in(CollectionCallback<T> work) {
        return Objects.requireNonNull(mongo.execute(collection, work));
    }

    private static Claim toClaim(Document document) {
        return new Claim(
                document.getString("_id"),
                document.getList("outbox", Document.class, List.of()).stream()
                        .map(e -> new OutboxEntry(e.getString("id"), e.getString("type"), e.getString("event")))
                        .toList());
    }
}
