package uk.kinbridge.referral.family.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.referral.ReferralMother.newerCalendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.published.CalendarRound;
import uk.kinbridge.protocols.published.FollowsCalendars.Place;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyMother;

/** SAL-17: when what is known of the children is to be checked follows newly published bank holidays. */
@OnEachDatabase
class FamiliesFollowCalendarsTest {

    private static final BankHolidays NEWER = newerCalendar("2027-02-23");
    private static final Instant LATER = NOW.plus(Duration.ofDays(10));

    private final MongoTemplate mongo;

    FamiliesFollowCalendarsTest(TestDatabase database) {
        mongo = new MongoTemplate(database.client(), database.name());
    }

    @Test
    void each_moves_once_and_those_that_have_become_part_of_another_are_left() {
        FamilyRig.families(mongo).add(FamilyMother.withStaleFacts("f-1"), NOW);
        FamilyRig.families(mongo).add(FamilyMother.withStaleFacts("f-2"), NOW);
        FamilyRig.families(mongo).save(1, FamilyMother.merged(FamilyMother.withStaleFacts("f-2"), "f-1"), NOW);
        var families = FamilyRig.families(mongo, NEWER);
        var round = new CalendarRound<>(families.following(), FamilyRig.calendars(NEWER));

        assertThat(round.go(LATER, new Quiet()))
                .isEqualTo(new CalendarRound.Done(NEWER.version(), "families", 1, 1, 1));
        assertThat(clock(families, "f-1").dueAt()).isEqualTo("2027-02-22T17:00:00Z");
        assertThat(round.go(LATER.plusSeconds(5), new Quiet()).looked()).isZero();
        var stored =
                mongo.getCollection("families").find(new Document("_id", "f-1")).first();
        assertThat(Objects.requireNonNull(stored).getList("outbox", Document.class))
                .as("the worker is told once")
                .hasSize(1);
    }

    private static Clock clock(MongoFamilies families, String id) {
        Family family = families.find(id).orElseThrow().family();
        return family.clocks().getFirst();
    }

    private static final class Quiet implements CalendarRound.Progress {
        @Override
        public void reached(CalendarRound.Done done) {}

        @Override
        public void failed(Place place, RuntimeException why) {
            throw why;
        }
    }
}
