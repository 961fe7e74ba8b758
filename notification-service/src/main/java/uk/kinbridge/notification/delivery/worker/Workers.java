package uk.kinbridge.notification.delivery.worker;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import uk.kinbridge.notification.delivery.CarryDeliveries;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.platform.time.TimeMoved;

/**
 * Those who carry: a few for each channel, so that a channel that stands still holds up no other. Any number of
 * instances may be at work; a claim gives each delivery to one of them.
 */
public final class Workers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    private final CarryDeliveries carry;
    private final Map<Channel, Integer> numbers;
    private final Duration interval;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;

    /**
     * @param numbers how many work for each channel that is on
     * @param interval so long they rest when nothing is due
     */
    public Workers(CarryDeliveries carry, Map<Channel, Integer> numbers, Duration interval) {
        this.carry = carry;
        this.numbers = Map.copyOf(numbers);
        this.interval = interval;
    }

    @Override
    public void start() {
        running = true;
        numbers.forEach((channel, number) -> {
            for (int i = 0; i < number; i++) {
                Thread.ofVirtual().name("carrier-" + channel.word() + "-" + i).start(() -> work(channel));
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
        bell.release(numbers.values().stream().mapToInt(Integer::intValue).sum());
    }

    private void work(Channel channel) {
        while (running) {
            try {
                if (!carry.carryNext(channel)) {
                    rest();
                }
            } catch (DataAccessException away) {
                log.warn("deliveries wait for the database: {}", away.getClass().getSimpleName());
                rest();
            } catch (RuntimeException bug) {
                log.error("a delivery by {} failed; the next goes on", channel.word(), bug);
                rest();
            }
        }
    }

    private void rest() {
        try {
            boolean rung = bell.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
            log.trace("looks again, rung for: {}", rung);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
