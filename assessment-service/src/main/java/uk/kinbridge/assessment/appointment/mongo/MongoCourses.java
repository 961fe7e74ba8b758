package uk.kinbridge.assessment.appointment.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.appointment.Course;
import uk.kinbridge.assessment.appointment.CourseEvent;
import uk.kinbridge.assessment.appointment.Courses;
import uk.kinbridge.assessment.appointment.Offer;
import uk.kinbridge.assessment.appointment.PinnedRules;
import uk.kinbridge.assessment.family.MergedFamilies;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.platform.mongo.Versioned;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** Courses of appointments in MongoDB, one document each. */
@Component
class MongoCourses implements Courses {

    static final String COLLECTION = "appointments";

    private final MongoOperations mongo;
    private final PinnedRules rules;
    private final MergedFamilies merged;
    private final AggregateCollection<Course, CourseEvent> collection;

    MongoCourses(
            MongoOperations mongo,
            Aggregates aggregates,
            EventEncoder<CourseEvent> encoder,
            PinnedRules rules,
            MergedFamilies merged) {
        this.mongo = mongo;
        this.rules = rules;
        this.merged = merged;
        this.collection = aggregates.open(
                COLLECTION,
                Course.class,
                Course::wakeAt,
                (course, now) -> course.elapse(now, rules.of(course.protocol())),
                MongoCourses::findable,
                encoder);
    }

    private static Document findable(Course course) {
        var found = new Document("parties", course.parties())
                .append("people", course.people())
                .append("family", course.work().family())
                .append("owing", !course.owed().isEmpty())
                .append("nextAt", Date.from(Position.of(course).nextAt()))
                .append(
                        "lastAt",
                        Date.from(course.offers().stream()
                                .map(Offer::endsAt)
                                .max(Instant::compareTo)
                                .orElse(course.begunAt())));
        return FollowingRecords.findable(found, course.isOpen() ? course.clocks() : List.of());
    }

    /** What is owed after an appointment is done in time, whatever holidays come. */
    FollowsCalendars<?> following() {
        return new FollowingRecords<>(
                "courses of appointments",
                mongo,
                collection,
                (course, now) -> course.brought(now, rules.of(course.protocol())));
    }

    @Override
    public Held add(Change<Course, CourseEvent> change, Instant now) {
        try {
            return held(collection.insert(change, now));
        } catch (DuplicateKeyException there) {
            return find(change.next().id()).orElseThrow(() -> there);
        }
    }

    @Override
    public boolean addOnce(Change<Course, CourseEvent> change, Instant now, String messageId) {
        try {
            return collection.insertOnce(change, now, messageId) instanceof SaveOutcome.Saved;
        } catch (DuplicateKeyException referenceTaken) {
            return false;
        }
    }

    @Override
    public Optional<Held> find(String id) {
        return collection.find(id).map(MongoCourses::held);
    }

    @Override
    public Saved save(long version, Change<Course, CourseEvent> change, Instant now) {
        return saved(collection.save(version, change, now));
    }

    @Override
    public Saved saveOnce(long version, Change<Course, CourseEvent> change, Instant now, String messageId) {
        return saved(collection.saveOnce(version, change, now, messageId));
    }

    @Override
    public List<Held> list(Query query) {
        var filters = new ArrayList<Bson>();
        var person = query.person();
        var family = query.family();
        if (person != null) {
            filters.add(Filters.eq("find.people", person));
        }
        if (family != null) {
            filters.add(Filters.in("find.family", merged.of(family).ids()));
        }
        filters.add(Filters.eq("find.parties", query.agency()));
        if (query.owing()) {
            filters.add(Filters.eq("find.owing", true));
        }
        var after = query.after();
        if (after != null) {
            var next = Date.from(after.nextAt());
            // The plain bound lets the index narrow; the pair of bounds makes it exact among equal times.
            filters.add(Filters.gte("find.nextAt", next));
            filters.add(Filters.or(
                    Filters.gt("find.nextAt", next),
                    Filters.and(Filters.eq("find.nextAt", next), Filters.gt("_id", after.id()))));
        }
        return this.<List<Held>>in(c -> {
            var rows = new ArrayList<Held>();
            c.find(Filters.and(filters))
                    .sort(Sorts.ascending("find.nextAt", "_id"))
                    .limit(query.limit())
                    .forEach(document -> rows.add(held(collection.read(document))));
            return rows;
        });
    }

    @Override
    public List<Course> of(String person, Instant from, int limit) {
        return this.<List<Course>>in(c -> {
            var rows = new ArrayList<Course>();
            c.find(Filters.and(Filters.eq("find.people", person), Filters.gte("find.lastAt", Date.from(from))))
                    .sort(Sorts.ascending("find.lastAt"))
                    .limit(limit)
                    .forEach(document -> rows.add(collection.read(document).aggregate()));
            return rows;
        });
    }

    private <T> T in(CollectionCallback<T> work) {
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
    }

    private static Held held(Versioned<Course> versioned) {
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
