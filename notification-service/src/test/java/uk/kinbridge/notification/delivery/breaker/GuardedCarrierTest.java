package uk.kinbridge.notification.delivery.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.delivery.TidingsBuilder.AGENCY;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.delivery.Addressee;
import uk.kinbridge.notification.delivery.Answer;
import uk.kinbridge.notification.delivery.Carrier;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Parcel;
import uk.kinbridge.notification.template.Letter;
import uk.kinbridge.platform.testing.SettableTime;

/** A provider that is away, or slow, holds up nobody else. */
class GuardedCarrierTest {

    private final SettableTime time = new SettableTime(MONDAY_TEN);
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void a_provider_that_is_away_is_left_alone_after_a_few() {
        var guarded =
                GuardedCarrier.ofOneProvider(counting(_ -> Answer.NotNow.away("no answer")), Channel.EMAIL, 2, time);
        for (int i = 0; i < 20; i++) {
            guarded.handOver(to("anyone"));
        }

        assertThat(calls.get()).isEqualTo(5);
        assertThat(guarded.handOver(to("anyone"))).isInstanceOf(Answer.NotTried.class);
    }

    @Test
    void each_delivery_to_a_system_that_refuses_at_once_has_its_tries_and_comes_to_an_end() {
        var guarded = guarded(_ -> Answer.NotNow.away("connection refused"));
        for (int i = 0; i < 20; i++) {
            assertThat(guarded.handOver(to("dead"))).isInstanceOf(Answer.NotNow.class);
        }

        assertThat(calls.get()).isEqualTo(20);
    }

    @Test
    void a_system_that_lets_its_callers_wait_is_left_alone() {
        var slow = Duration.ofMillis(20);
        var guarded = new GuardedCarrier(
                counting(_ -> {
                    LockSupport.parkNanos(slow.multipliedBy(2).toNanos());
                    return Answer.NotNow.away("no connection");
                }),
                parcel -> parcel.to().id(),
                2,
                time,
                slow,
                _ -> false);
        for (int i = 0; i < 20; i++) {
            guarded.handOver(to("slow"));
        }

        assertThat(calls.get()).isEqualTo(5);
        assertThat(guarded.handOver(to("slow"))).isInstanceOf(Answer.NotTried.class);
    }

    @Test
    void a_refusal_is_an_answer_and_not_an_absence() {
        var guarded = guarded(parcel -> new Answer.Refused("no such address"));
        for (int i = 0; i < 20; i++) {
            assertThat(guarded.handOver(to("strict"))).isInstanceOf(Answer.Refused.class);
        }

        assertThat(calls.get()).isEqualTo(20);
    }

    @Test
    void no_more_than_a_few_wait_for_one_that_is_slow() throws InterruptedException {
        var entered = new CountDownLatch(2);
        var answered = new CountDownLatch(1);
        var guarded = guarded(parcel -> {
            if (parcel.to().id().equals("slow")) {
                entered.countDown();
                waitFor(answered);
            }
            return new Answer.Accepted(null);
        });
        var waiting = List.of(
                Thread.ofVirtual().start(() -> guarded.handOver(to("slow"))),
                Thread.ofVirtual().start(() -> guarded.handOver(to("slow"))));
        entered.await();

        assertThat(guarded.handOver(to("slow"))).isEqualTo(new Answer.NotTried(MONDAY_TEN.plusSeconds(1)));
        assertThat(guarded.handOver(to("quick"))).isInstanceOf(Answer.Accepted.class);

        answered.countDown();
        for (var each : waiting) {
            each.join();
        }
        assertThat(guarded.handOver(to("slow"))).isInstanceOf(Answer.Accepted.class);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private GuardedCarrier guarded(java.util.function.Function<Parcel, Answer> provider) {
        return GuardedCarrier.ofManyReceivers(
                counting(provider), parcel -> parcel.to().id(), 2, time);
    }

    private Carrier counting(java.util.function.Function<Parcel, Answer> provider) {
        return new Carrier() {
            @Override
            public Repetition repetition() {
                return Repetition.RECOGNISED;
            }

            @Override
            public Answer handOver(Parcel parcel) {
                calls.incrementAndGet();
                return provider.apply(parcel);
            }
        };
    }

    private static Parcel to(String system) {
        return new Parcel(
                "d1",
                Addressee.system(AGENCY, system),
                "http://" + system,
                Letter.EMPTY,
                List.of(tidings().build()),
                MONDAY_TEN);
    }
}
