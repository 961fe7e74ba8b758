package uk.kinbridge.referral.referral.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.aReferralFrom;
import static uk.kinbridge.referral.referral.ReferralMother.newerCalendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.published.CalendarRound;
import uk.kinbridge.protocols.published.FollowsCalendars.Place;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.referral.Happening;

/** HAC-03: every running clock of a referral comes up to a new list of bank holidays, and its story tells it once. */
@OnEachDatabase
class FollowingACalendarTest {

    private static final BankHolidays NEWER = newerCalendar("2026-11-26");
    private static final Instant LATER = MONDAY_TEN.plus(Duration.ofHours(2));

    private final MongoTemplate mongo;
    private final MongoReferrals referrals;
    private final CalendarRound<?> round;
    private final List<CalendarRound.Done> reached = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    FollowingACalendarTest(TestDatabase database) {
        mongo = new MongoTemplate(database.client(), database.name());
        Rig.createIndexes(mongo);
        referrals = Rig.referrals(mongo, Rig.rules(NEWER));
        round = new CalendarRound<>(referrals.following(), Rig.calendars(NEWER));
    }

    @BeforeEach
    void empty() {
        mongo.remove(new org.springframework.data.mongodb.core.query.Query(), "referrals");
    }

    private final CalendarRound.Progress progress = new CalendarRound.Progress() {
        @Override
        public void reached(CalendarRound.Done done) {
            reached.add(done);
        }

        @Override
        public void failed(Place place, RuntimeException why) {
            failed.add(place.id());
        }
    };

    @Test
    void goes_through_all_of_them_in_batches_and_says_how_far_it_has_come() {
        add(450);

        var done = round.go(LATER, progress);

        assertThat(done).isEqualTo(new CalendarRound.Done("2026-12-01", "referrals", 450, 450, 450));
        assertThat(reached).extracting(CalendarRound.Done::looked).containsExactly(200, 400, 450);
        assertThat(referrals.following().behind("2026-12-01", null, 10)).isEmpty();
    }

    @Test
    void a_second_round_finds_nothing_to_do_and_each_story_tells_it_once() {
        add(3);
        round.go(LATER, progress);

        assertThat(round.go(LATER.plusSeconds(5), progress).looked()).isZero();
        assertThat(moves("r-0")).isEqualTo(1);
        assertThat(movedNotices("r-0")).isEqualTo(1);
    }

    @Test
    void one_that_cannot_be_looked_at_does_not_stop_the_others() {
        add(3);
        mongo.getCollection("referrals")
                .updateOne(new Document("_id", "r-1"), new Document("$set", new Document("pathway", "gone")));

        var done = round.go(LATER, progress);

        assertThat(done.changed()).isEqualTo(2);
        assertThat(failed).containsExactly("r-1");
    }

    @Test
    void the_new_times_are_kept_with_their_reason() {
        add(1);
        round.go(LATER, progress);

        var kept = referrals.find("r-0").orElseThrow().referral();

        assertThat(kept.clocks())
                .filteredOn(clock -> !clock.variations().isEmpty())
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.dueAt()).isEqualTo(Instant.parse("2026-12-01T17:00:00Z"));
                    assertThat(clock.variations().getFirst().calendarAfter()).isEqualTo("2026-12-01");
                });
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            referrals.add(aReferralFrom("r-" + i, MONDAY_TEN), MONDAY_TEN);
        }
    }

    private long moves(String id) {
        return referrals.find(id).orElseThrow().referral().history().stream()
                .map(Happening::what)
                .filter("clock.moved"::equals)
                .count();
    }

    private int movedNotices(String id) {
        var born = aReferralFrom(id, MONDAY_TEN).events().size();
        var stored =
                mongo.getCollection("referrals").find(new Document("_id", id)).first();
        return java.util.Objects.requireNonNull(stored)
                        .getList("outbox", Document.class)
                        .size()
                - born;
    }
}
