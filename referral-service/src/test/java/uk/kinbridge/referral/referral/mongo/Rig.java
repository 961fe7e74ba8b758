package uk.kinbridge.referral.referral.mongo;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.document.StoredDocument;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.ProtocolCopies;
import uk.kinbridge.protocols.published.PublishedProtocols;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.family.NameSounds;
import uk.kinbridge.referral.referral.PinnedRules;
import uk.kinbridge.referral.referral.ReferralEvent;

/** The adapter, wired by hand. */
final class Rig {

    /** As a library would hear them, where the names are simple. */
    static final NameSounds SOUNDS = new NameSounds() {
        @Override
        public String of(String name) {
            return name.toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public double likeness(String one, String other) {
            return one.equalsIgnoreCase(other) ? 1 : 0;
        }
    };

    private Rig() {}

    static MongoReferrals referrals(MongoTemplate mongo) {
        return referrals(mongo, rules(BankHolidays.shipped()));
    }

    /** The shipped protocols, with that list of bank holidays as the newest. */
    static PinnedRules rules(BankHolidays newest) {
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
        return new PinnedRules(new PublishedProtocols(Packs.shipped(), noCopies), calendars(newest));
    }

    /** Nobody has uploaded anything. */
    static Documents noDocuments() {
        return new Documents() {
            @Override
            public StoredDocument add(StoredDocument document, InputStream content) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<StoredDocument> find(String id) {
                return Optional.empty();
            }

            @Override
            public InputStream open(String id) {
                throw new UnsupportedOperationException();
            }
        };
    }

    static Calendars calendars(BankHolidays newest) {
        return new Calendars() {
            @Override
            public BankHolidays newest() {
                return newest;
            }

            @Override
            public boolean knows(String version) {
                return version.equals(newest.version());
            }

            @Override
            public boolean learn(String version, String yaml) {
                throw new UnsupportedOperationException();
            }
        };
    }

    static MongoReferrals referrals(MongoTemplate mongo, PinnedRules rules) {
        return referrals(mongo, rules, event -> {});
    }

    /** With somebody who hears what is announced with each write. */
    static MongoReferrals referrals(MongoTemplate mongo, PinnedRules rules, Consumer<ReferralEvent> heard) {
        return new MongoReferrals(
                mongo,
                new Aggregates(mongo),
                (id, event, now) -> {
                    heard.accept(event);
                    return new OutboxEntry(id, event.getClass().getSimpleName(), "{}");
                },
                rules,
                SOUNDS);
    }

    static void createIndexes(MongoTemplate mongo) {
        var indexes = new ReferralIndexes().indexesOfReferrals();
        indexes.indexes().forEach(index -> mongo.indexOps(indexes.collection()).createIndex(index));
    }
}
