package uk.kinbridge.referral.contact.mongo;

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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.referral.contact.Contact;
import uk.kinbridge.referral.contact.Contacts;

/** Talks and alerts in MongoDB, one document each. */
@Component
class MongoContacts implements Contacts {

    static final String COLLECTION = "contacts";

    private final MongoOperations mongo;
    private final AggregateCollection<Contact, Object> collection;

    MongoContacts(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.collection = aggregates.open(COLLECTION, Contact.class, MongoContacts::findable, (id, event, now) -> {
            throw new IllegalStateException("a contact has no events of its own: the decision on sharing tells");
        });
    }

    private static Document findable(Contact contact) {
        return new Document("family", contact.family())
                .append("parties", contact.parties())
                .append("at", Date.from(contact.recordedAt()));
    }

    @Override
    public Contact add(Contact contact, Instant now) {
        try {
            return collection.insert(Change.silent(contact), now).aggregate();
        } catch (DuplicateKeyException keptBefore) {
            return find(contact.id()).orElseThrow(() -> keptBefore);
        }
    }

    @Override
    public Optional<Contact> find(String id) {
        return collection.find(id).map(found -> found.aggregate());
    }

    @Override
    public List<Contact> of(String familyId, String agency, @Nullable Place after, int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.eq("find.family", familyId));
        filters.add(Filters.eq("find.parties", agency));
        if (after != null) {
            var at = Date.from(after.at());
            // The plain bound lets the index narrow; the pair of bounds makes it exact among equal times.
            filters.add(Filters.lte("find.at", at));
            filters.add(Filters.or(
                    Filters.lt("find.at", at), Filters.and(Filters.eq("find.at", at), Filters.lt("_id", after.id()))));
        }
        CollectionCallback<List<Contact>> work = c -> {
            var rows = new ArrayList<Contact>();
            c.find(Filters.and(filters))
                    .sort(Sorts.descending("find.at", "_id"))
                    .limit(limit)
                    .forEach(document -> rows.add(collection.read(document).aggregate()));
            return rows;
        };
        return Objects.requireNonNull(mongo.execute(COLLECTION, work));
    }
}
