package uk.kinbridge.referral.family.mongo;

import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.family.FamilyMother;
import uk.kinbridge.referral.family.Freshness;
import uk.kinbridge.referral.information.Office;

/** The adapter, wired by hand. */
final class FamilyRig {

    private FamilyRig() {}

    static MongoFamilies families(MongoTemplate mongo) {
        return families(mongo, BankHolidays.shipped());
    }

    /** With that list of bank holidays as the newest. */
    static MongoFamilies families(MongoTemplate mongo, BankHolidays newest) {
        return new MongoFamilies(
                mongo,
                new Aggregates(mongo),
                FamilyMother.SOUNDS,
                new Freshness(Office.protocols(), calendars(newest)),
                (id, event, now) -> new OutboxEntry(id, event.getClass().getSimpleName(), "{}"));
    }

    static Calendars calendars(BankHolidays newest) {
        return new Calendars() {
            @Override
            public BankHolidays newest() {
                return newest;
            }

            @Override
            public boolean knows(String version) {
                return true;
            }

            @Override
            public boolean learn(String version, String yaml) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
