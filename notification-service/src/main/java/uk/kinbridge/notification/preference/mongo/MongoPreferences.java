package uk.kinbridge.notification.preference.mongo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.preference.PreferenceBook;
import uk.kinbridge.notification.preference.Preferences;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.SaveOutcome;

/** Preferences under the subject of their person; nothing is kept for somebody who has said nothing. */
@Component
class MongoPreferences implements PreferenceBook {

    private final AggregateCollection<Preferences, Void> collection;

    MongoPreferences(Aggregates aggregates) {
        this.collection =
                aggregates.open("preferences", Preferences.class, preferences -> new Document(), (id, event, now) -> {
                    throw new IllegalStateException("preferences announce nothing");
                });
    }

    @Override
    public Kept of(String person) {
        return collection
                .find(person)
                .map(found -> new Kept(found.aggregate(), found.version()))
                .orElseGet(() -> new Kept(Preferences.unspoken(person), 0));
    }

    @Override
    public Map<String, Preferences> ofAll(Set<String> people) {
        var all = new HashMap<String, Preferences>();
        people.forEach(person -> all.put(person, Preferences.unspoken(person)));
        collection.findAll(people).forEach(found -> all.put(found.aggregate().id(), found.aggregate()));
        return all;
    }

    @Override
    public Optional<Long> save(long version, Preferences next, Instant now) {
        Change<Preferences, Void> change = Change.silent(next);
        if (version > 0) {
            return collection.save(version, change, now) instanceof SaveOutcome.Saved(var saved)
                    ? Optional.of(saved)
                    : Optional.empty();
        }
        try {
            return Optional.of(collection.insert(change, now).version());
        } catch (DuplicateKeyException faster) {
            return Optional.empty();
        }
    }
}
