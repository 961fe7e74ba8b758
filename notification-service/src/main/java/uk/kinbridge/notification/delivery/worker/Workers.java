package uk.kinbridge.notification.delivery.worker;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.platform.time.TimeMoved;

/**
 * Those who carry: a few for each channel, so that a channel that stands still holds up no other. One of them looks
 * whether something is due and calls another with each delivery that it finds; so an idle channel costs one look an
 * interval, however many could work. Any number of instances may be at work; a claim gives each delivery to one of them.
 */
public final class Workers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    /** Those who are called look by themselves too, should the one who looks hang with its provider. */
    private static final Duration UNTIL_CALLED = Duration.ofSeconds(10);

    /** What a worker does; see {@link uk.kinbridge.notification.delivery.CarryDeliveries#carryNext}. */
    public interface Work {

        /**
         * Takes what is due on a channel as far as it goes.
         *
         * @param found is told before any of it is handed over
         * @return false when nothing was due
         */
        boolean next(Channel channel, Runnable found);
    }

    private final Work carry;
    private final Map<Channel, Integer> numbers;
    private final Duration interval;
    private final Map<Channel, Semaphore> bells;
    private volatile boolean running;

    /**
     * @param numbers how many work for each channel that is on
     * @param interval so long the one who looks rests when nothing is due
     */
    public Workers(Work carry, Map<Channel, Integer> numbers, Duration interval) {
        this.carry = carry;
        this.numbers = Map.copyOf(numbers);
        this.interval = interval;
        var rung = new EnumMap<Channel, Semaphore>(Channel.class);
        this.numbers.keySet().forEach(channel -> rung.put(channel, new Semaphore(0)));
        this.bells = Map.copyOf(rung);
    }

    @Override
    public void start() {
        running = true;
        numbers.forEach((channel, number) -> {
            for (int i = 0; i < number; i++) {
                var patience = i == 0 ? interval : UNTIL_CALLED;
                Thread.ofVirtual().name("carrier-" + channel.word() + "-" + i).start(() -> work(channel, patience));
            }
        });
    }

    /** What is being handed over at this moment ends by itself, or is found by its state afterwards. */
    @Override
    public void stop() {
        running = false;
        ring();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @EventListener(TimeMoved.class)
    void lookNow() {
        ring();
    }

    private void ring() {
        numbers.forEach((channel, number) -> bell(channel).release(number));
    }

    private Semaphore bell(Channel channel) {
        return Objects.requireNonNull(bells.get(channel));
    }

    private void work(Channel channel, Duration patience) {
        while (running) {
            try {
                if (!carry.next(channel, () -> call(channel))) {
                    rest(channel, patience);
                }
            } catch (DataAccessException away) {
                log.warn("deliveries wait for the database: {}", away.getClass().getSimpleName());
                rest(channel, patience);
            } catch (RuntimeException bug) {
                log.error("a delivery by {} failed; the next goes on", channel.word(), bug);
                rest(channel, patience);
            }
        }
    }

    /** Where one was due there may be more. */
    private void call(Channel channel) {
        var bell = bell(channel);
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    private void rest(Channel channel, Duration patience) {
        try {
            boolean rung = bell(channel).tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            log.trace("looks again, rung for: {}", rung);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
