package uk.kinbridge.referral.treatment.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.newerCalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.PinnedCalendars;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.information.Worker;
import uk.kinbridge.referral.notice.Addressee;
import uk.kinbridge.referral.treatment.Treatment;

/** SAL-16: the time to tell somebody outside comes up to a new list of bank holidays, once. */
@OnEachDatabase
class TreatmentsFollowCalendarsTest {

    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final String ACHIEVE = "achieve-salford";

    private final MongoTreatments treatments;

    TreatmentsFollowCalendarsTest(TestDatabase database) {
        var mongo = new MongoTemplate(database.client(), database.name());
        treatments = new MongoTreatments(
                mongo,
                new Aggregates(mongo),
                (id, event, now) -> new OutboxEntry(id, event.getClass().getSimpleName(), "{}"),
                new PinnedCalendars(Office.protocols(), () -> newerCalendar("2026-11-25")));
    }

    @Test
    void each_moves_once() {
        treatments.add(Change.silent(treatment()), MONDAY_TEN);
        var following = treatments.following();

        assertThat(following.behind(BankHolidays.shipped().version(), null, 10)).isEmpty();
        assertThat(bringAll(following)).isEqualTo(1);
        assertThat(bringAll(following)).isZero();
        assertThat(treatments.find("t-1").orElseThrow().treatment().clocks())
                .singleElement()
                .satisfies(clock -> assertThat(clock.dueAt()).isEqualTo("2026-11-26T17:00:00Z"));
    }

    /** SAL-03: who has to be stopped when a consent ends is found, however long ago it was written. */
    @Test
    void are_found_by_the_consent_that_they_rest_on() {
        treatments.add(Change.silent(treatment()), MONDAY_TEN);

        assertThat(treatments.toldOn("c-1"))
                .extracting(held -> held.treatment().id())
                .containsExactly("t-1");
        assertThat(treatments.toldOn("c-2")).isEmpty();
    }

    @Test
    void there_is_the_index_that_finds_them() {
        assertThat(new TreatmentIndexes().indexesOfTreatments().indexes())
                .anySatisfy(index -> assertThat(index.getIndexKeys())
                        .isEqualTo(FollowingRecords.index().getIndexKeys()));
    }

    private static <R> int bringAll(FollowsCalendars<R> following) {
        return following.behind("2026-12-01", null, 10).stream()
                .mapToInt(read ->
                        following.bring(read, MONDAY_TEN.plusSeconds(60)).orElse(0))
                .sum();
    }

    /** The school nurse is to be told within two working days. */
    private static Treatment treatment() {
        var pack = Packs.shipped().latest(new PackId("salford")).orElseThrow();
        var owner = new Addressee(ACHIEVE, "practitioner", "p-joel");
        var calendar = pack.calendarOf(new AgencyId(ACHIEVE), BankHolidays.shipped());
        var deadline = Deadlines.compute(Within.workingDays(2), MONDAY_TEN, calendar);
        return new Treatment(
                "t-1",
                "T-2222-2222",
                "f-1",
                "m-1",
                new Worker("p-joel", "Joel Marsden", ACHIEVE),
                pack.reference(),
                LocalDate.of(2026, 11, 23),
                MONDAY_TEN,
                List.of(),
                new Treatment.Told(List.of(), "With the consent of the person", "c-1", MONDAY_TEN),
                List.of(new Treatment.Outside(
                        "school-nursing",
                        "The school nurse is told",
                        List.of("m-2"),
                        List.of("SAL-16"),
                        owner,
                        List.of(),
                        null)),
                List.of(RunningClock.started(
                        "tell-school-nursing", List.of("SAL-16"), new Owner(ACHIEVE, "practitioner"), deadline, null)));
    }
}
