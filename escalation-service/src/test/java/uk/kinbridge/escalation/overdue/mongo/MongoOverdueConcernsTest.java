package uk.kinbridge.escalation.overdue.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.newerCalendar;
import static uk.kinbridge.escalation.overdue.OverdueMother.BREACH;
import static uk.kinbridge.escalation.overdue.OverdueMother.SOCIAL_CARE;
import static uk.kinbridge.escalation.overdue.OverdueMother.born;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.escalation.disagreement.Actor;
import uk.kinbridge.escalation.overdue.Concern;
import uk.kinbridge.escalation.overdue.ConcernsContract;
import uk.kinbridge.escalation.overdue.ManagersTime;
import uk.kinbridge.escalation.overdue.OverdueConcerns;
import uk.kinbridge.escalation.overdue.OverdueMother;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;
import uk.kinbridge.protocols.time.BankHolidays;

@OnEachDatabase
class MongoOverdueConcernsTest extends ConcernsContract {

    private final MongoTemplate mongo;
    private final MongoOverdueConcerns concerns;

    MongoOverdueConcernsTest(TestDatabase database) {
        this.mongo = new MongoTemplate(database.client(), database.name());
        this.concerns = concerns(BankHolidays.shipped());
    }

    /** With that list of bank holidays as the newest. */
    private MongoOverdueConcerns concerns(BankHolidays newest) {
        return new MongoOverdueConcerns(
                mongo,
                new Aggregates(mongo),
                (id, event, now) -> new OutboxEntry(id, event.purpose(), "{}"),
                new ManagersTime(OverdueMother.protocols(), () -> newest));
    }

    @Override
    protected OverdueConcerns concerns() {
        return concerns;
    }

    @Test
    void those_under_an_older_list_of_bank_holidays_are_found_until_they_follow_the_newer_one_or_are_done() {
        var newer = newerCalendar("2026-11-25");
        for (int i = 0; i < 3; i++) {
            concerns.addOnce(born("calendar-" + i), BREACH, "m-calendar-" + i);
        }
        var following = concerns(newer).following();
        var done = born("calendar-0").next();
        var waits = born("calendar-1").next();

        assertThat(ids(following, newer.version())).contains(done.id(), waits.id());
        assertThat(ids(following, BankHolidays.shipped().version())).isEmpty();
        concerns.save(1, OverdueMother.done(done, BREACH), BREACH);
        assertThat(ids(following, newer.version())).doesNotContain(done.id()).contains(waits.id());

        bringAll(following, newer.version(), BREACH.plusSeconds(60));
        assertThat(ids(following, newer.version())).isEmpty();
        assertThat(concerns.find(waits.id())
                        .orElseThrow()
                        .concern()
                        .clocks()
                        .getFirst()
                        .dueAt())
                .isEqualTo("2026-11-30T17:00:00Z");
    }

    @Test
    void a_document_from_when_there_could_be_one_disagreement_only_is_read_with_whose_it_is() {
        var concern = born("older").next();
        var by = new Actor("p-1", "Some Body", SOCIAL_CARE, List.of("practitioner"));
        concerns.addOnce(born("older"), BREACH, "m-older");
        concerns.save(1, OverdueMother.raised(concern, "d-older", by), BREACH);
        mongo.getCollection(MongoOverdueConcerns.COLLECTION)
                .updateOne(
                        Filters.eq("_id", concern.id()),
                        Updates.combine(Updates.unset("raised"), Updates.set("disagreement", "d-older")));

        assertThat(concerns.find(concern.id()).orElseThrow().concern().raised())
                .containsExactly(new Concern.Raised(SOCIAL_CARE, "d-older"));
    }

    @Test
    void there_is_the_index_that_finds_them() {
        assertThat(new ConcernIndexes().indexesOfConcerns().indexes())
                .anySatisfy(index -> assertThat(index.getIndexKeys())
                        .isEqualTo(FollowingRecords.index().getIndexKeys()));
    }

    private static <R> List<String> ids(FollowsCalendars<R> following, String calendar) {
        return following.behind(calendar, null, 100).stream()
                .map(read -> following.placeOf(read).id())
                .toList();
    }

    private static <R> void bringAll(FollowsCalendars<R> following, String calendar, Instant now) {
        following.behind(calendar, null, 100).forEach(read -> following.bring(read, now));
    }
}
