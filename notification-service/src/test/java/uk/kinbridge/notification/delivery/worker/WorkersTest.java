package uk.kinbridge.notification.delivery.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.delivery.Channel;

/** One looks, and calls the others when there is work, before a provider can hold it up. */
class WorkersTest {

    private static final int NUMBER = 4;

    private final AtomicInteger due = new AtomicInteger();

    @Test
    void an_idle_channel_is_looked_at_by_one() throws InterruptedException {
        var looks = new ConcurrentHashMap<String, Integer>();
        var oftenEnough = new CountDownLatch(20);
        var workers = workers(_ -> {
            looks.merge(Thread.currentThread().getName(), 1, Integer::sum);
            if (Thread.currentThread().getName().endsWith("-0")) {
                oftenEnough.countDown();
            }
            return false;
        });
        workers.start();
        assertThat(oftenEnough.await(30, TimeUnit.SECONDS)).isTrue();
        workers.stop();

        assertThat(looks.entrySet().stream().filter(look -> !look.getKey().endsWith("-0")))
                .allSatisfy(look -> assertThat(look.getValue()).isLessThanOrEqualTo(2));
    }

    @Test
    void while_one_waits_for_its_provider_another_carries_on() throws InterruptedException {
        var secondIsCarried = new CountDownLatch(1);
        var firstIsDone = new CountDownLatch(1);
        var workers = workers(found -> {
            int number = due.getAndUpdate(left -> Math.max(0, left - 1));
            if (number == 0) {
                return false;
            }
            found.run();
            if (number == 2) {
                await(secondIsCarried);
                firstIsDone.countDown();
            } else {
                secondIsCarried.countDown();
            }
            return true;
        });
        workers.start();
        due.set(2);

        assertThat(firstIsDone.await(8, TimeUnit.SECONDS))
                .as("the second is carried while the first still waits, before those who rest look by themselves")
                .isTrue();
        workers.stop();
    }

    private static Workers workers(Predicate<Runnable> carryNext) {
        return new Workers((_, found) -> carryNext.test(found), Map.of(Channel.EMAIL, NUMBER), Duration.ofMillis(10));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
