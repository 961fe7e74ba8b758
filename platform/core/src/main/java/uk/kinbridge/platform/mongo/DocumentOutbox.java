package uk.kinbridge.platform.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;

/** The events that wait inside the documents of one collection; it never touches the version of an aggregate. */
record DocumentOutbox(MongoOperations mongo, String collection) implements Outbox {

    private static final Bson OF_CLAIM = Projections.include("outbox", "version");
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
                        new FindOneAndUpdateOptions().projection(OF_CLAIM).returnDocument(ReturnDocument.AFTER))))
                .map(DocumentOutbox::toClaim);
    }

    @Override
    public Optional<Claim> settle(String documentId, Collection<String> confirmedIds) {
        return settledAtOnce(documentId, List.copyOf(confirmedIds))
                ? Optional.empty()
                : settledInPart(documentId, confirmedIds);
    }

    /** What is usual: exactly these are waiting, so that taking them out ends the lease in the same write. */
    private boolean settledAtOnce(String documentId, List<String> confirmedIds) {
        return in(c -> c.updateOne(whole(documentId, confirmedIds), EMPTIED).getMatchedCount()) == 1;
    }

    /**
     * One statement for those of one version: nothing was added while that stands, which is usual. Which ones were added
     * to is only asked when some were: they still hold the confirmed events, and our lease.
     */
    @Override
    public List<Claim> settleAll(List<Claim> confirmed) {
        long settled = 0;
        for (var ofOneVersion : confirmed.stream()
                .collect(Collectors.groupingBy(Claim::version))
                .entrySet()) {
            var ids = ofOneVersion.getValue().stream().map(Claim::documentId).toList();
            var standing = Filters.and(Filters.in("_id", ids), Filters.eq("version", ofOneVersion.getKey()));
            settled += in(c -> c.updateMany(standing, EMPTIED).getMatchedCount());
        }
        if (settled == confirmed.size()) {
            return List.of();
        }
        var unsettled = stillHolding(confirmed);
        return confirmed.stream()
                .filter(claim -> unsettled.contains(claim.documentId()))
                .flatMap(claim -> settle(claim.documentId(), claim.ids()).stream())
                .toList();
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

    private Optional<Claim> settledInPart(String documentId, Collection<String> confirmedIds) {
        return in(c -> {
            var left = c.findOneAndUpdate(
                    Filters.eq("_id", documentId),
                    Updates.pull("outbox", new Document("id", new Document("$in", List.copyOf(confirmedIds)))),
                    new FindOneAndUpdateOptions().projection(OF_CLAIM).returnDocument(ReturnDocument.AFTER));
            var waiting = waitingIn(left);
            if (left == null || waiting.isPresent()) {
                return waiting;
            }
            // Only while it is still empty: a save may have added events since, and they kept our lease.
            var ended = c.updateOne(
                    Filters.and(Filters.eq("_id", documentId), Filters.size("outbox", 0)), Updates.unset("relayAt"));
            return ended.getMatchedCount() == 1
                    ? Optional.empty()
                    : waitingIn(c.find(Filters.eq("_id", documentId)).first());
        });
    }

    private static Optional<Claim> waitingIn(@Nullable Document document) {
        return Optional.ofNullable(document)
                .map(DocumentOutbox::toClaim)
                .filter(claim -> !claim.entries().isEmpty());
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
                document.getLong("version"),
                document.getList("outbox", Document.class, List.of()).stream()
                        .map(e -> new OutboxEntry(e.getString("id"), e.getString("type"), e.getString("event")))
                        .toList());
    }
}
