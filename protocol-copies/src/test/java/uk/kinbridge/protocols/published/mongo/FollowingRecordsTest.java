package uk.kinbridge.protocols.published.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocked;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.mongo.Versioned;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.QueryWatch;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.published.Brought;
import uk.kinbridge.protocols.published.CalendarRound;
import uk.kinbridge.protocols.published.FollowsCalendars.Place;
import uk.kinbridge.protocols.published.NewerList;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** HAC-03: every running clock comes up to a new list of bank holidays once, however often and by whomever it is tried. */
@OnEachDatabase
class FollowingRecordsTest {

    private static final String NEW = "2026-12-19";
    private static final Instant FRIDAY = Instant.parse("2026-12-18T10:00:00Z");
    private static final Instant LATER = FRIDAY.plusSeconds(3600);
    private static final WorkingCalendar SHIPPED = WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES);
    private static final WorkingCalendar NEWER =
            WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES, NewerList.with("2026-12-29", NEW));

    /** A promise that somebody keeps within five working days. */
    record Promise(String id, List<Clock> clocks) implements Clocked {

        static Promise made(String id) {
            var deadline = Deadlines.compute(Within.workingDays(5), FRIDAY, SHIPPED);
            return new Promise(
                    id, List.of(RunningClock.started("keep", List.of("HAC-03"), new Owner("a", "r"), deadline, null)));
        }

        Promise kept() {
            return new Promise(id, new Clocks(clocks).met("keep", LATER).all());
        }

        Optional<Change<Promise, String>> brought() {
            if (id.startsWith("strange")) {
                throw new IllegalStateException("its protocol is not known");
            }
            return Brought.of(clocks, _ -> NEWER, LATER)
                    .map(b -> new Change<>(
                            new Promise(id, b.clocks()),
                            b.moved().stream().map(Brought.Moved::purpose).toList()));
        }
    }

    private final TestDatabase database;
    private final MongoTemplate mongo;
    private final AggregateCollection<Promise, String> promises;
    private final FollowingRecords<Promise, String> following;
    private final CalendarRound<Versioned<Promise>> round;
    private final List<CalendarRound.Done> reached = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    FollowingRecordsTest(TestDatabase database) {
        this.database = database;
        mongo = new MongoTemplate(database.client(), database.name());
        promises = promises(mongo);
        following = following(mongo, promises);
        round = new CalendarRound<>(following, new OneList(NEWER.bankHolidays()));
    }

    private static AggregateCollection<Promise, String> promises(MongoTemplate mongo) {
        return new Aggregates(mongo)
                .open(
                        "promises",
                        Promise.class,
                        promise -> FollowingRecords.findable(new Document(), promise.clocks()),
                        (id, event, now) -> new OutboxEntry(id, event, "{}"));
    }

    private static FollowingRecords<Promise, String> following(
            MongoTemplate mongo, AggregateCollection<Promise, String> promises) {
        return new FollowingRecords<>("promises", mongo, promises, (promise, now) -> promise.brought());
    }

    @BeforeEach
    void empty() {
        mongo.remove(new Query(), "promises");
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

        assertThat(done).isEqualTo(new CalendarRound.Done(NEW, "promises", 450, 450, 450));
        assertThat(reached).extracting(CalendarRound.Done::looked).containsExactly(200, 400, 450);
        assertThat(following.behind(NEW, null, 10)).isEmpty();
        assertThat(clock("p-7").dueAt()).isEqualTo("2026-12-30T17:00:00Z");
        assertThat(outbox("p-7")).containsExactly("keep-moved-" + NEW);
    }

    @Test
    void a_second_round_finds_nothing_to_do() {
        add(3);
        round.go(LATER, progress);

        assertThat(round.go(LATER.plusSeconds(5), progress).looked()).isZero();
        assertThat(outbox("p-0")).hasSize(1);
    }

    @Test
    void two_instances_at_once_move_each_clock_once() throws Exception {
        add(40);
        try (var instances = Executors.newFixedThreadPool(2)) {
            Callable<CalendarRound.Done> going = () -> round.go(LATER, progress);
            for (var running : instances.invokeAll(List.of(going, going))) {
                running.get();
            }
        }
        round.go(LATER, progress);

        for (int i = 0; i < 40; i++) {
            assertThat(clock("p-" + i).variations()).as("p-" + i).hasSize(1);
            assertThat(outbox("p-" + i)).as("p-" + i).hasSize(1);
        }
    }

    @Test
    void one_that_somebody_has_changed_meanwhile_is_left_for_the_next_round() {
        add(1);
        var read = following.behind(NEW, null, 10).getFirst();
        promises.save(1, Change.silent(read.aggregate()), LATER);

        assertThat(following.bring(read, LATER)).isEmpty();
        assertThat(clock("p-0").variations()).isEmpty();
        assertThat(round.go(LATER, progress).moved()).isEqualTo(1);
    }

    @Test
    void one_that_cannot_be_looked_at_does_not_stop_the_others() {
        add(2);
        promises.insert(Change.silent(Promise.made("strange-1")), FRIDAY);

        assertThat(round.go(LATER, progress).moved()).isEqualTo(2);
        assertThat(failed).containsExactly("strange-1");
    }

    @Test
    void one_that_waits_for_nothing_is_not_among_them() {
        add(2);
        promises.save(1, Change.silent(Promise.made("p-0").kept()), LATER);

        assertThat(following.behind(NEW, null, 10))
                .extracting(read -> read.aggregate().id())
                .containsExactly("p-1");
        assertThat(following.behind(SHIPPED.version(), null, 10)).isEmpty();
    }

    @Test
    void they_are_found_by_an_index() {
        assumeFalse(database.isEmbedded(), "it ignores indexes that are not unique");
        try (var watch = QueryWatch.onGivenServer(FollowingRecordsTest.class)) {
            var watched = new MongoTemplate(watch.client(), watch.database().name());
            watched.indexOps("promises").createIndex(FollowingRecords.index());
            var there = following(watched, promises(watched));

            assertThat(watch.scansOf(() -> there.behind(NEW, null, 200))).isEmpty();
            assertThat(watch.scansOf(() -> there.behind(NEW, new Place(SHIPPED.version(), "p-5"), 200)))
                    .isEmpty();
            watched.indexOps("promises").dropIndex("calendar");
            assertThat(watch.scansOf(() -> there.behind(NEW, null, 200)))
                    .as("the check can fail")
                    .isNotEmpty();
        }
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            promises.insert(Change.silent(Promise.made("p-" + i)), FRIDAY);
        }
    }

    private Clock clock(String id) {
        return promises.find(id).orElseThrow().aggregate().clocks().getFirst();
    }

    private List<String> outbox(String id) {
        @Nullable
        Document stored =
                mongo.getCollection("promises").find(new Document("_id", id)).first();
        return stored == null
                ? List.of()
                : stored.getList("outbox", Document.class).stream()
                        .map(entry -> entry.getString("type"))
                        .toList();
    }
}
