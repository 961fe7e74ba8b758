package uk.kinbridge.assessment.assessment.mongo;

import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import uk.kinbridge.assessment.assessment.PinnedRules;
import uk.kinbridge.assessment.family.OneFamily;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.published.ProtocolCopies;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.published.PublishedProtocols;
import uk.kinbridge.protocols.time.BankHolidays;

/** The adapter, wired by hand. */
final class Rig {

    private Rig() {}

    static MongoTemplate template(com.mongodb.client.MongoClient client, String database) {
        var conversions = new AnswersAsText().conversions();
        var mapping = new MongoMappingContext();
        mapping.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, mapping);
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        return new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, database), converter);
    }

    private static Protocols protocols() {
        var noCopies = new ProtocolCopies() {
            @Override
            public List<Pack> all() {
                return List.of();
            }

            @Override
            public void keep(Pack pack, String yaml) {
                throw new UnsupportedOperationException();
            }
        };
        return new PublishedProtocols(Packs.shipped(), noCopies);
    }

    static PinnedRules rules() {
        return new PinnedRules(protocols(), BankHolidays::shipped);
    }

    static MongoAssessments assessments(MongoTemplate mongo) {
        return assessments(mongo, BankHolidays.shipped());
    }

    /** With that list of bank holidays as the newest. */
    static MongoAssessments assessments(MongoTemplate mongo, BankHolidays newest) {
        return new MongoAssessments(
                mongo,
                new Aggregates(mongo),
                (id, event, now) -> new OutboxEntry(id, event.getClass().getSimpleName(), "{}"),
                new PinnedRules(protocols(), () -> newest),
                OneFamily::alone);
    }

    static void createIndexes(MongoTemplate mongo) {
        var indexes = new AssessmentIndexes().indexesOfAssessments();
        indexes.indexes().forEach(index -> mongo.indexOps(indexes.collection()).createIndex(index));
    }
}
