package uk.kinbridge.platform.mongo;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;

/** The events that wait inside the documents of one collection; it never touches the version of an aggregate. */
record DocumentOutbox(MongoOperations mongo, String collection) implements Outbox {

    private static final Bson EMPTIED = Updates.combine(Updates.set("outbox", List.of()), Updates.unset("relayAt"));

    @Override
    public String name() {
        return collection;
    }

    @Override
    public List<String> withEventsDue(Instant now, int limit) {
        return in(c -> c.find(Filters.lte("relayAt", Date.from(now)))
                .projection(Projections.include("_id"))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<Claim> claim(String documentId, Instant now, Duration lease) {
        return in(c -> Optional.ofNullable(c.findOneAndUpdate(
                        Filters.and(Filters.eq("_id", documentId), Filters.lte("relayAt", Date.from(now))),
                        Updates.set("relayAt", Date.from(now.plus(lease))),
                        new FindOneAndUpdateOptions()
                                .projection(Projections.include("outbox"))
                                .returnDocument(ReturnDocument.AFTER))))
                .map(DocumentOutbox::toClaim);
    }

    @Override
    public List<OutboxEntry> settle(String documentId, Collection<String> confirmedIds) {
        return settledAtOnce(documentId, List.copyOf(confirmedIds))
                ? List.of()
                : settledInPart(documentId, confirmedIds);
    }

    /** What is usual: exactly these are waiting, so that taking them out ends the lease in the same write. */
    private boolean settledAtOnce(String documentId, List<String> confirmedIds) {
        return in(c -> c.updateOne(whole(documentId, confirmedIds), EMPTIED).getMatchedCount()) == 1;
    }

    /**
     * One round trip for all of them where nothing was added meanwhile, which is usual. Which ones were added to is only
     * asked when some were: they still hold the confirmed events, and our lease.
     */
    @Override
    public Map<String, List<OutboxEntry>> settleAll(List<Claim> confirmed) {
        if (confirmed.size() < 2) {
            return Outbox.super.settleAll(confirmed);
        }
        var ends = confirmed.stream()
                .map(claim -> new UpdateOneModel<Document>(whole(claim.documentId(), claim.ids()), EMPTIED))
                .toList();
        int settled = in(c -> c.bulkWrite(ends, new BulkWriteOptions().ordered(false)))
                .getMatchedCount();
        if (settled == confirmed.size()) {
            return Map.of();
        }
        var unsettled = stillHolding(confirmed);
        return Outbox.super.settleAll(confirmed.stream()
                .filter(claim -> unsettled.contains(claim.documentId()))
                .toList());
    }

    private Set<String> stillHolding(List<Claim> confirmed) {
        var documents = confirmed.stream().map(Claim::documentId).toList();
        var events = confirmed.stream().flatMap(claim -> claim.ids().stream()).toList();
        return in(c -> c.find(Filters.and(Filters.in("_id", documents), Filters.in("outbox.id", events)))
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>()));
    }

    private static Bson whole(String documentId, List<String> confirmedIds) {
        return Filters.and(
                Filters.eq("_id", documentId),
                Filters.size("outbox", confirmedIds.size()),
                Filters.all("outbox.id", confirmedIds));
    }

    private List<OutboxEntry> settledInPart(String documentId, Collection<String> confirmedIds) {
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

    static Claim toClaim(Document document) {
        return new Claim(
                document.getString("_id"),
                document.getList("outbox", Document.class, List.of()).stream()
                        .map(e -> new OutboxEntry(e.getString("id"), e.getString("type"), e.getString("event")))
                        .toList());
    }
}
