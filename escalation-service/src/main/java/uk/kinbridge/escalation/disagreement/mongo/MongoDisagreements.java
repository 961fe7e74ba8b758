package uk.kinbridge.escalation.disagreement.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.escalation.disagreement.Actor;
import uk.kinbridge.escalation.disagreement.Disagreement;
import uk.kinbridge.escalation.disagreement.DisagreementEvent;
import uk.kinbridge.escalation.disagreement.Disagreements;
import uk.kinbridge.escalation.disagreement.PinnedRules;
import uk.kinbridge.escalation.disagreement.Seat;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.After;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.platform.mongo.Versioned;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** Disagreements in MongoDB, one document each. */
@Component
class MongoDisagreements implements Disagreements {

    static final String COLLECTION = "disagreements";

    private final MongoOperations mongo;
    private final PinnedRules rules;
    private final AggregateCollection<Disagreement, DisagreementEvent> collection;

    MongoDisagreements(
            MongoOperations mongo,
            Aggregates aggregates,
            EventEncoder<DisagreementEvent> encoder,
            PinnedRules rules,
            Posts posts) {
        this.mongo = mongo;
        this.rules = rules;
        this.collection = aggregates.open(
                COLLECTION,
                Disagreement.class,
                Disagreement::wakeAt,
                (d, now) -> d.elapse(now, rules.of(d), posts),
                MongoDisagreements::findable,
                encoder);
    }

    private static Document findable(Disagreement d) {
        var found = new Document("parties", d.sides().agencies())
                .append("told", d.readers())
                .append("raiser", voices(d))
                .append("owed", owed(d))
                .append("open", d.isOpen())
                .append("nextDueAt", Date.from(Position.of(d).nextDueAt()));
        var subject = d.matter().subject().id();
        if (subject != null) {
            found.append("subject", subject);
        }
        return FollowingRecords.findable(found, d.followingCalendars());
    }

    /** The running level of every open disagreement follows newly published bank holidays. */
    FollowsCalendars<?> following() {
        return new FollowingRecords<>("disagreements", mongo, collection, (d, now) -> d.brought(rules.of(d), now));
    }

    /** Roles that have yet to record their discussion, and the one who has to say whether it is resolved. */
    private static List<String> owed(Disagreement d) {
        var owed = new ArrayList<String>();
        for (Seat seat : d.owing()) {
            seat.roles().forEach(role -> owed.add(role(seat.agency(), role)));
        }
        d.owedUndertakings()
                .forEach(clock ->
                        owed.add(role(clock.owner().agency(), clock.owner().role())));
        if (d.proposal() != null) {
            owed.add(person(d.sides().speaker().person()));
        }
        return owed;
    }

    /** Who raised it finds it among their own, and so does who speaks for them. */
    private static List<String> voices(Disagreement d) {
        return Stream.of(d.sides().raisedBy(), d.sides().speaker())
                .map(Actor::person)
                .distinct()
                .toList();
    }

    private static String role(String agency, String role) {
        return "role:" + agency + "/" + role;
    }

    private static String person(String subject) {
        return "person:" + subject;
    }

    @Override
    public Held add(Change<Disagreement, DisagreementEvent> change, Instant now) {
        try {
            return held(collection.insert(change, now));
        } catch (DuplicateKeyException there) {
            return find(change.next().id()).orElseThrow(() -> there);
        }
    }

    @Override
    public Optional<Held> find(String id) {
        return collection.find(id).map(MongoDisagreements::held);
    }

    @Override
    public Saved save(long version, Change<Disagreement, DisagreementEvent> change, Instant now) {
        return saved(collection.save(version, change, now));
    }

    @Override
    public Saved saveOnce(long version, Change<Disagreement, DisagreementEvent> change, Instant now, String messageId) {
        return saved(collection.saveOnce(version, change, now, messageId));
    }

    @Override
    public List<Held> list(Query query) {
        var filters = new ArrayList<Bson>();
        filters.add(
                switch (query.of()) {
                    case Whose.OfAgency(String agency) -> Filters.eq("find.parties", agency);
                    case Whose.ToldTo(String agency) -> Filters.eq("find.told", agency);
                    case Whose.RaisedBy(String person) -> Filters.eq("find.raiser", person);
                    case Whose.OwedBy(String agency, List<String> roles, String person) ->
                        Filters.in(
                                "find.owed",
                                Stream.concat(roles.stream().map(role -> role(agency, role)), Stream.of(person(person)))
                                        .toList());
                });
        if (query.onlyOpen()) {
            filters.add(Filters.eq("find.open", true));
        }
        var subject = query.subject();
        if (subject != null) {
            filters.add(Filters.eq("find.subject", subject));
        }
        var after = query.after();
        if (after != null) {
            var due = Date.from(after.nextDueAt());
            // The plain bound lets the index narrow; the pair of bounds makes it exact among equal times.
            filters.add(After.ascending("find.nextDueAt", due, after.id()));
        }
        return page(Filters.and(filters), Sorts.ascending("find.nextDueAt", "_id"), query.limit());
    }

    private List<Held> page(Bson filter, Bson order, int limit) {
        return this.<List<Held>>in(c -> {
            var rows = new ArrayList<Held>();
            c.find(filter).sort(order).limit(limit).forEach(document -> rows.add(held(collection.read(document))));
            return rows;
        });
    }

    private <T> T in(CollectionCallback<T> work) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
    }

    private static Held held(Versioned<Disagreement> versioned) {
        return new Held(versioned.aggregate(), versioned.version());
    }

    private static Saved saved(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Saved _ -> Saved.DONE;
            case SaveOutcome.Stale _ -> Saved.STALE;
            case SaveOutcome.AlreadyHandled _ -> Saved.HANDLED_BEFORE;
        };
    }
}
