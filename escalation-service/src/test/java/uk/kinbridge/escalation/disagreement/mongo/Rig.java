package uk.kinbridge.escalation.disagreement.mongo;

import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.escalation.disagreement.DisagreementMother;
import uk.kinbridge.escalation.disagreement.PinnedRules;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.published.ProtocolCopies;
import uk.kinbridge.protocols.published.PublishedProtocols;
import uk.kinbridge.protocols.time.BankHolidays;

/** The adapter, wired by hand. */
final class Rig {

    private Rig() {}

    static MongoDisagreements disagreements(MongoTemplate mongo) {
        return disagreements(mongo, BankHolidays.shipped());
    }

    /** With that list of bank holidays as the newest. */
    static MongoDisagreements disagreements(MongoTemplate mongo, BankHolidays newest) {
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
        return new MongoDisagreements(
                mongo,
                new Aggregates(mongo),
                (id, event, now) -> new OutboxEntry(id, event.getClass().getSimpleName(), "{}"),
                new PinnedRules(new PublishedProtocols(Packs.shipped(), noCopies), () -> newest),
                DisagreementMother.FILLED);
    }

    static void createIndexes(MongoTemplate mongo) {
        var indexes = new DisagreementIndexes().indexesOfDisagreements();
        indexes.indexes().forEach(index -> mongo.indexOps(indexes.collection()).createIndex(index));
    }
}
