package uk.kinbridge.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.SettableTime;
import uk.kinbridge.platform.testing.TestDatabase;

/** Each clock acts once, however many sweepers look. */
@OnEachDatabase
class SweeperTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int PARCELS = 20;
    private static final int MANY = 600;

    private final Parcels parcels;
    private final SettableTime time = new SettableTime(NOW);

    SweeperTest(TestDatabase database) {
        this.parcels = new Parcels(database);
    }

    @Test
    void two_instances_that_sweep_at_once_let_each_clock_act_once() throws InterruptedException {
        for (int i = 0; i < PARCELS; i++) {
            parcels.collection().insert(Parcel.posted("p-" + i, "books", NOW), NOW);
        }
        time.advance(Duration.ofDays(1));
        var done = new CountDownLatch(2);
        for (int instance = 0; instance < 2; instance++) {
            var sweeper = new Sweeper(parcels.aggregates(), time, Duration.ofHours(1));
            Thread.ofVirtual().start(() -> {
                sweeper.sweepAll();
                done.countDown();
            });
        }
        done.await();

        for (int i = 0; i < PARCELS; i++) {
            assertThat(parcels.waiting("p-" + i)).containsExactly("Posted", "Late");
            assertThat(parcels.stored("p-" + i)).doesNotContainKey("wakeAt");
        }
    }

    /** More than one part of a batch, so that several are at work at once. */
    @Test
    void many_that_are_due_at_one_instant_act_once_each() {
        for (int i = 0; i < MANY; i++) {
            parcels.collection().insert(Parcel.posted("m-" + i, "books", NOW), NOW);
        }
        time.advance(Duration.ofDays(1));

        new Sweeper(parcels.aggregates(), time, Duration.ofHours(1)).sweepAll();

        for (int i = 0; i < MANY; i++) {
            assertThat(parcels.waiting("m-" + i)).containsExactly("Posted", "Late");
        }
    }

    @Test
    void nothing_happens_before_the_time() {
        parcels.collection().insert(Parcel.posted("early", "books", NOW), NOW);
        time.advance(Duration.ofDays(1).minusMillis(1));

        new Sweeper(parcels.aggregates(), time, Duration.ofHours(1)).sweepAll();

        assertThat(parcels.waiting("early")).containsExactly("Posted");
    }
}
