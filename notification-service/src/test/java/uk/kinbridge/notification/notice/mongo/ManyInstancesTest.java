package uk.kinbridge.notification.notice.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.notice.RequestBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.notification.notice.Crowding;
import uk.kinbridge.notification.notice.DeliverNotice;
import uk.kinbridge.notification.notice.Feed;
import uk.kinbridge.notification.notice.FulfilNotices;
import uk.kinbridge.notification.notice.Inbox;
import uk.kinbridge.notification.notice.Notices.Listing;
import uk.kinbridge.notification.notice.Notices.Shown;
import uk.kinbridge.notification.notice.People;
import uk.kinbridge.notification.notice.Standing;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

/** Several instances at work on the same database at the same moment. */
@OnEachDatabase
class ManyInstancesTest {

    private static final Instant NOW = MONDAY_TEN.plusSeconds(60);
    private static final Inbox LEILAS = Inbox.of(People.leila());

    private final TestDatabase database;
    private final MongoTemplate mongo;

    ManyInstancesTest(TestDatabase database) {
        this.database = database;
        this.mongo = new MongoTemplate(database.client(), database.name());
    }

    @BeforeEach
    void startEmpty() {
        database.mongo().drop();
        MongoRig.createIndexes(mongo);
    }

    @Test
    void request_and_act_that_arrive_at_the_same_moment_always_meet() {
        var one = new MongoRig(mongo);
        var other = new MongoRig(mongo);
        var deliver = new DeliverNotice(one.notices, one.fulfilments, Standing.WHOEVER, new Crowding(1000));
        var again = new DeliverNotice(other.notices, other.fulfilments, Standing.WHOEVER, new Crowding(1000));
        var fulfil = new FulfilNotices(other.notices, other.fulfilments);

        for (int round = 0; round < 60; round++) {
            var request = aRequest().about("referral-" + round);
            var message = "m" + round;
            atOnce(List.of(
                    () -> run(() -> deliver.deliver(request.build(), message, NOW)),
                    () -> run(() -> again.deliver(request.build(), message, NOW)),
                    () -> run(() -> fulfil.fulfil(request.fulfilledAt(NOW), "f" + message, NOW))));
        }

        assertThat(one.notices
                        .list(new Listing(LEILAS, Shown.WAITING, null), PageRequest.first(100))
                        .items())
                .isEmpty();
        assertThat(one.notices
                        .list(new Listing(LEILAS, Shown.ACKNOWLEDGED, null), PageRequest.first(100))
                        .items())
                .hasSize(60);
    }

    @Test
    void the_feed_has_no_gap_and_no_repetition_and_a_reader_misses_nothing_while_it_grows() {
        int instances = 3;
        int changes = 120;
        var rigs =
                IntStream.range(0, instances).mapToObj(i -> new MongoRig(mongo)).toList();
        var done = new java.util.concurrent.atomic.AtomicInteger();
        var work = new ArrayList<Callable<List<Long>>>();
        for (int i = 0; i < instances; i++) {
            int instance = i;
            work.add(() -> {
                var rig = rigs.get(instance);
                for (int n = 0; n < changes; n++) {
                    rig.notices.addOnce(Change.silent(aRequest().delivered("n-" + instance + "-" + n)), NOW, "m" + n);
                    if (n % 5 == 4) {
                        // It picks up what the other instances have just saved as well: all of them compete.
                        rig.feedAll();
                    }
                }
                rig.feedAll();
                done.incrementAndGet();
                return List.of();
            });
        }
        work.add(() -> follow(rigs.getFirst().feed, () -> done.get() == instances));

        var read = atOnce(work).getLast();

        assertThat(read)
                .as("every position, each once, in order")
                .containsExactlyElementsOf(LongStream.rangeClosed(1, (long) instances * changes)
                        .boxed()
                        .toList());
    }

    @Test
    void a_change_that_its_instance_forgot_gets_into_the_feed_through_another() {
        var dying = new MongoRig(mongo);
        dying.notices.addOnce(Change.silent(aRequest().delivered("n1")), NOW, "m1");
        // It died after the feed had it and before it could say so.
        dying.feed.append(dying.notices.all(List.of("n1")));

        var other = new MongoRig(mongo);
        other.notices.addOnce(Change.silent(aRequest().delivered("n2")), NOW, "m2");
        other.feedAll();

        assertThat(other.feed.after(0, LEILAS).items())
                .extracting(item -> item.kept().notice().id())
                .containsExactly("n1", "n2");
        assertThat(other.feeder.collect(NOW.plusSeconds(3600)))
                .as("still marked")
                .isZero();
    }

    private static List<Long> follow(Feed feed, java.util.function.BooleanSupplier finished) {
        var read = new ArrayList<Long>();
        long position = 0;
        boolean last = false;
        while (true) {
            var stretch = feed.after(position, LEILAS);
            stretch.items().forEach(item -> read.add(item.position()));
            position = stretch.position();
            if (last && stretch.items().isEmpty()) {
                return read;
            }
            last = finished.getAsBoolean();
        }
    }

    private static List<Long> run(Runnable work) {
        work.run();
        return List.of();
    }

    private static List<List<Long>> atOnce(List<Callable<List<Long>>> work) {
        var barrier = new CyclicBarrier(work.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = work.stream()
                    .map(task -> threads.submit(() -> {
                        barrier.await();
                        return task.call();
                    }))
                    .toList();
            var answers = new ArrayList<List<Long>>();
            for (Future<List<Long>> result : results) {
                answers.add(result.get());
            }
            return answers;
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
