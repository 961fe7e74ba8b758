package uk.kinbridge.referral.concern.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.platform.mongo.SaveOutcome;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.PinnedCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;
import uk.kinbridge.referral.concern.ConcernEvent;
import uk.kinbridge.referral.concern.ConcernFiles;
import uk.kinbridge.referral.concern.ConcernsOfFamily;

/** Concerns in MongoDB, one document for each family. */
@Component
class MongoConcernFiles implements ConcernFiles {

    static final String COLLECTION = "concerns";

    private final MongoOperations mongo;
    private final PinnedCalendars calendars;
    private final AggregateCollection<ConcernsOfFamily, ConcernEvent> collection;

    MongoConcernFiles(
            MongoOperations mongo,
            Aggregates aggregates,
            EventEncoder<ConcernEvent> encoder,
            PinnedCalendars calendars) {
        this.mongo = mongo;
        this.calendars = calendars;
        this.collection = aggregates.open(
                COLLECTION,
                ConcernsOfFamily.class,
                ConcernsOfFamily::wakeAt,
                ConcernsOfFamily::elapse,
                concerns -> FollowingRecords.findable(new Document(), concerns.clocks()),
                encoder);
    }

    /** Growing pictures are answered in time, whatever holidays come. */
    FollowsCalendars<?> following() {
        return new FollowingRecords<>(
                "growing pictures", mongo, collection, (concerns, now) -> concerns.brought(calendars, now));
    }

    /** Beside the family's id one question is asked: whose clocks are behind a list of bank holidays. */
    @Configuration(proxyBeanMethods = false)
    static class Indexes {
        @Bean
        CollectionIndexes indexesOfConcernFiles() {
            return new CollectionIndexes(COLLECTION, List.of(FollowingRecords.index()));
        }

        @Bean
        FollowsCalendars<?> picturesFollowCalendars(MongoConcernFiles files) {
            return files.following();
        }
    }

    @Override
    public Optional<Held> find(String familyId) {
        return collection.find(familyId).map(found -> new Held(found.aggregate(), found.version()));
    }

    @Override
    public boolean save(long version, Change<ConcernsOfFamily, ConcernEvent> change, Instant now) {
        if (version > 0) {
            return collection.save(version, change, now) instanceof SaveOutcome.Saved;
        }
        try {
            collection.insert(change, now);
            return true;
        } catch (DuplicateKeyException begunByAnother) {
            return false;
        }
    }
}
