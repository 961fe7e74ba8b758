package uk.kinbridge.referral.concern.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.newerCalendar;

import java.time.Instant;
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
import uk.kinbridge.protocols.pack.PackReference;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.PinnedCalendars;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.referral.concern.Concern;
import uk.kinbridge.referral.concern.ConcernFiles;
import uk.kinbridge.referral.concern.ConcernsOfFamily;
import uk.kinbridge.referral.concern.Picture;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.information.Worker;

/** Concerns are found again as they were, on every database that the suite may run on. */
@OnEachDatabase
class MongoConcernFilesTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Worker TOM = new Worker("p-tom", "Tom Brandt", "hackney-drug-treatment");

    private final MongoConcernFiles files;

    MongoConcernFilesTest(TestDatabase database) {
        var mongo = new MongoTemplate(database.client(), database.name());
        this.files = new MongoConcernFiles(
                mongo,
                new Aggregates(mongo),
                (id, event, now) -> new OutboxEntry(id, event.getClass().getSimpleName(), "{}"),
                new PinnedCalendars(Office.protocols(), () -> newerCalendar("2026-11-24")));
    }

    @Test
    void whose_picture_waits_under_an_older_list_is_found_until_it_follows_the_newer_one() {
        var pack = Packs.shipped().latest(new PackId("joint-working")).orElseThrow();
        var picture = new Picture(
                "p-2",
                "C-2222-2223",
                "several-voices",
                pack.reference(),
                List.of("JWP-08"),
                List.of("Three concerns."),
                List.of(),
                List.of(),
                List.of(),
                AT,
                null,
                null,
                null);
        var clock = RunningClock.started(
                "answer/several-voices",
                List.of("JWP-08"),
                new Owner("hackney-drug-treatment", "safeguarding-lead"),
                Deadlines.compute(
                        Within.workingDays(1),
                        AT,
                        pack.calendarOf(new AgencyId("hackney-drug-treatment"), BankHolidays.shipped())),
                null);
        files.save(
                0,
                Change.silent(new ConcernsOfFamily(
                        "f-2", "hackney-drug-treatment", List.of(), List.of(picture), List.of(clock))),
                AT);
        var following = files.following();

        assertThat(following.behind(BankHolidays.shipped().version(), null, 10)).isEmpty();
        assertThat(following.behind("2026-12-01", null, 10)).hasSize(1);
        bringAll(following);
        assertThat(following.behind("2026-12-01", null, 10)).isEmpty();
        assertThat(files.find("f-2").orElseThrow().concerns().clocks())
                .singleElement()
                .satisfies(moved -> assertThat(moved.dueAt()).isEqualTo("2026-11-25T17:00:00Z"));
    }

    private static <R> void bringAll(FollowsCalendars<R> following) {
        following
                .behind("2026-12-01", null, 10)
                .forEach(read ->
                        assertThat(following.bring(read, AT.plusSeconds(60))).hasValue(1));
    }

    @Test
    void what_is_saved_is_found_again_and_an_old_version_saves_nothing() {
        var all = new ConcernsOfFamily(
                "f-1",
                "hackney-drug-treatment",
                List.of(new Concern("k-1", TOM, AT, List.of("domestic-abuse"), "Tired.", "f-9")),
                List.of(new Picture(
                        "p-1",
                        "C-2222-2222",
                        "several-voices",
                        new PackReference(new PackId("hackney"), 1, "abc"),
                        List.of("ENG-12"),
                        List.of("Three concerns."),
                        List.of("k-1"),
                        List.of(new Picture.Addressee("hackney-drug-treatment", "safeguarding-lead")),
                        List.of(new Picture.Addressee("hackney-drug-treatment", "manager")),
                        AT,
                        AT.plusSeconds(1),
                        new Picture.Answer(Picture.Action.WATCHED, "We watch.", TOM, AT),
                        new Picture.Lapsed(AT, "Two families."))),
                List.of());

        assertThat(files.save(0, Change.silent(all), AT)).isTrue();
        assertThat(files.save(0, Change.silent(all), AT)).as("begun before").isFalse();
        assertThat(files.find("f-1")).contains(new ConcernFiles.Held(all, 1));
        assertThat(files.save(1, Change.silent(all), AT)).isTrue();
        assertThat(files.save(1, Change.silent(all), AT)).as("stale").isFalse();
    }
}
