package uk.kinbridge.assessment.assessment.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.assessment.Actor;
import uk.kinbridge.assessment.assessment.Assessment;
import uk.kinbridge.assessment.assessment.Assessment.State;
import uk.kinbridge.assessment.assessment.AssessmentEvent;
import uk.kinbridge.assessment.assessment.Assessments;
import uk.kinbridge.assessment.assessment.Part;
import uk.kinbridge.assessment.assessment.PinnedRules;
import uk.kinbridge.assessment.assessment.Rules;
import uk.kinbridge.assessment.family.MergedFamilies;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.platform.mongo.Versioned;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** Assessments in MongoDB, one document each. Lists read a short line of each, never what was typed. */
@Component
class MongoAssessments implements Assessments {

    static final String COLLECTION = "assessments";

    private final MongoOperations mongo;
    private final PinnedRules rules;
    private final MergedFamilies merged;
    private final AggregateCollection<Assessment, AssessmentEvent> collection;

    MongoAssessments(
            MongoOperations mongo,
            Aggregates aggregates,
            EventEncoder<AssessmentEvent> encoder,
            PinnedRules assessmentRules,
            MergedFamilies merged) {
        this.mongo = mongo;
        this.merged = merged;
        this.rules = assessmentRules;
        this.collection = aggregates.open(
                COLLECTION,
                Assessment.class,
                Assessment::wakeAt,
                (a, now) -> a.elapse(now, rules.of(a)),
                this::findable,
                encoder);
    }

    private Document findable(Assessment a) {
        boolean withChildren = withChildren(a, rules.of(a));
        var holder = a.holder().agency();
        var found = new Document("family", a.family().id())
                .append(
                        "families",
                        a.readers().stream()
                                .map(agency -> agency + "/" + a.family().id())
                                .toList())
                .append("nextDueAt", Date.from(nextDueAt(a)))
                .append("row", row(a, withChildren));
        if (a.state() == State.CLOSED) {
            // of no worker's and no Safeguarding Lead's present work any more
            found.append("closed", a.readers());
        } else {
            found.append("agencies", a.readers())
                    .append("workers", List.of(holder + "/" + a.worker().person()));
            if (withChildren) {
                found.append("withChildren", holder);
            }
        }
        var documents = a.parts().stream()
                .flatMap(part -> part.attachments().stream().map(Part.Attachment::document))
                .toList();
        if (!documents.isEmpty()) {
            found.append("documents", documents);
        }
        if (a.referral() != null) {
            found.append("referral", a.referral());
        }
        return FollowingRecords.findable(found, a.state() == Assessment.State.CLOSED ? List.of() : a.clocks());
    }

    /** Assessments are looked at again in time, whatever holidays come. */
    FollowsCalendars<?> following() {
        return new FollowingRecords<>("assessments", mongo, collection, (a, now) -> a.brought(rules.of(a), now));
    }

    /** HAC-10: clients who care for children, are pregnant, or are in regular contact with children. */
    private static boolean withChildren(Assessment a, Rules rules) {
        var facts = rules.interview(a).facts();
        return Set.of(Fact.CHILD_CARED_FOR, Fact.CHILD_IN_REGULAR_CONTACT, Fact.PREGNANCY).stream()
                .anyMatch(facts::contains);
    }

    private static Instant nextDueAt(Assessment a) {
        return a.clocks().stream()
                .filter(Clock::isOpen)
                .map(Clock::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(Position.NEVER);
    }

    private static Document row(Assessment a, boolean withChildren) {
        var row = new Document("reference", a.reference())
                .append("kind", a.kind().word())
                .append("title", a.title())
                .append("family", a.family().id())
                .append("person", a.person())
                .append("state", a.state().name())
                .append("holder", a.holder().agency())
                .append("worker", a.worker().person())
                .append("workerName", a.worker().name())
                .append("withChildren", withChildren)
                .append("harm", a.harms().stream().anyMatch(harm -> harm.referral() == null))
                .append("begunAt", Date.from(a.begunAt()));
        var risk = a.risk() != null
                ? a.risk()
                : a.editions().isEmpty() ? null : a.editions().getLast().risk();
        return risk == null ? row : row.append("risk", risk.level());
    }

    @Override
    public Held add(Change<Assessment, AssessmentEvent> change, Instant now) {
        try {
            return held(collection.insert(change, now));
        } catch (DuplicateKeyException there) {
            return find(change.next().id()).orElseThrow(() -> there);
        }
    }

    @Override
    public Optional<Held> find(String id) {
        return collection.find(id).map(MongoAssessments::held);
    }

    @Override
    public Saved save(long version, Change<Assessment, AssessmentEvent> change, Instant now) {
        return saved(collection.save(version, change, now));
    }

    @Override
    public Saved saveOnce(long version, Change<Assessment, AssessmentEvent> change, Instant now, String messageId) {
        return saved(collection.saveOnce(version, change, now, messageId));
    }

    @Override
    public List<String> ofFamily(String family) {
        return ids(Filters.in("find.family", merged.of(family).ids()));
    }

    @Override
    public List<String> ofReferral(String referral) {
        return ids(Filters.eq("find.referral", referral));
    }

    @Override
    public boolean carry(String document) {
        return !ids(Filters.eq("find.documents", document)).isEmpty();
    }

    private List<String> ids(Bson filter) {
        return this.<List<String>>in(c -> {
            var ids = new ArrayList<String>();
            c.find(filter)
                    .projection(Projections.include("_id"))
                    .forEach(document -> ids.add(document.getString("_id")));
            return ids;
        });
    }

    @Override
    public List<Row> list(Query query) {
        var filters = new ArrayList<Bson>();
        filters.add(whose(query));
        var after = query.after();
        if (after != null) {
            var due = Date.from(after.nextDueAt());
            // The plain bound lets the index narrow; the pair of bounds makes it exact among equal times.
            filters.add(Filters.gte("find.nextDueAt", due));
            filters.add(Filters.or(
                    Filters.gt("find.nextDueAt", due),
                    Filters.and(Filters.eq("find.nextDueAt", due), Filters.gt("_id", after.id()))));
        }
        return this.<List<Row>>in(c -> {
            var rows = new ArrayList<Row>();
            c.find(Filters.and(filters))
                    .projection(Projections.include("find.row", "find.nextDueAt"))
                    .sort(Sorts.ascending("find.nextDueAt", "_id"))
                    .limit(query.limit())
                    .forEach(document -> rows.add(line(document)));
            return rows;
        });
    }

    private Bson whose(Query query) {
        var family = query.family();
        if (family != null) {
            return Filters.in(
                    "find.families",
                    merged.of(family).ids().stream()
                            .map(record -> query.agency() + "/" + record)
                            .toList());
        }
        return switch (query.of()) {
            case AGENCY -> Filters.eq("find.agencies", query.agency());
            case MINE -> Filters.eq("find.workers", query.agency() + "/" + query.worker());
            case WITH_CHILDREN -> Filters.eq("find.withChildren", query.agency());
            case CLOSED -> Filters.eq("find.closed", query.agency());
        };
    }

    private static Row line(Document document) {
        var find = document.get("find", Document.class);
        var row = find.get("row", Document.class);
        return new Row(
                document.getString("_id"),
                row.getString("reference"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("family"),
                row.getString("person"),
                row.getString("state"),
                row.getString("holder"),
                new Actor(row.getString("worker"), row.getString("workerName"), row.getString("holder"), List.of()),
                row.getString("risk"),
                row.getBoolean("withChildren", false),
                row.getBoolean("harm", false),
                find.getDate("nextDueAt").toInstant(),
                row.getDate("begunAt").toInstant());
    }

    private <T> T in(CollectionCallback<T> work) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
    }

    private static Held held(Versioned<Assessment> versioned) {
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
