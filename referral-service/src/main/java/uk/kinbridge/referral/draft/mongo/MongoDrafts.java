package uk.kinbridge.referral.draft.mongo;

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
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.referral.draft.DraftEvent;
import uk.kinbridge.referral.draft.Drafts;
import uk.kinbridge.referral.draft.ReferralDraft;

/** Drafts in MongoDB, one document each. */
@Component
class MongoDrafts implements Drafts {

    static final String COLLECTION = "referralDrafts";

    private final MongoOperations mongo;
    private final AggregateCollection<ReferralDraft, DraftEvent> collection;

    MongoDrafts(MongoOperations mongo, Aggregates aggregates, EventEncoder<DraftEvent> encoder) {
        this.mongo = mongo;
        this.collection = aggregates.open(
                COLLECTION,
                ReferralDraft.class,
                ReferralDraft::wakeAt,
                ReferralDraft::elapse,
                MongoDrafts::findable,
                encoder);
    }

    private static Document findable(ReferralDraft draft) {
        return new Document(
                        "lists",
                        List.of(
                                agency(draft.author().agency()),
                                person(draft.author().person())))
                .append("state", draft.state().name())
                .append("changedAt", Date.from(draft.changedAt()));
    }

    @Override
    public Held add(Change<ReferralDraft, DraftEvent> change, Instant now) {
        try {
            var added = collection.insert(change, now);
            return new Held(added.aggregate(), added.version());
        } catch (DuplicateKeyException begunBefore) {
            return find(change.next().id()).orElseThrow(() -> begunBefore);
        }
    }

    @Override
    public Optional<Held> find(String id) {
        return collection.find(id).map(found -> new Held(found.aggregate(), found.version()));
    }

    @Override
    public boolean save(long version, Change<ReferralDraft, DraftEvent> change, Instant now) {
        return collection.save(version, change, now) instanceof SaveOutcome.Saved;
    }

    @Override
    public List<Held> list(Query query) {
        var filters = new ArrayList<Bson>();
        var author = query.author();
        // What somebody wrote for one agency stays with it when they go to another.
        filters.add(
                author == null
                        ? Filters.eq("find.lists", agency(query.agency()))
                        : Filters.all("find.lists", person(author), agency(query.agency())));
        filters.add(Filters.eq("find.state", query.state().name()));
        var after = query.after();
        if (after != null) {
            var at = Date.from(after.changedAt());
            // The plain bound lets the index narrow; the pair of bounds makes it exact among equal times.
            filters.add(Filters.lte("find.changedAt", at));
            filters.add(Filters.or(
                    Filters.lt("find.changedAt", at),
                    Filters.and(Filters.eq("find.changedAt", at), Filters.lt("_id", after.id()))));
        }
        CollectionCallback<List<Held>> work = c -> {
            var rows = new ArrayList<Held>();
            c.find(Filters.and(filters))
                    .sort(Sorts.descending("find.changedAt", "_id"))
                    .limit(query.limit())
                    .forEach(document -> {
                        var read = collection.read(document);
                        rows.add(new Held(read.aggregate(), read.version()));
                    });
            return rows;
        };
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
    }

    private static String agency(String id) {
        return "agency:" + id;
    }

    private static String person(String id) {
        return "person:" + id;
    }
}
