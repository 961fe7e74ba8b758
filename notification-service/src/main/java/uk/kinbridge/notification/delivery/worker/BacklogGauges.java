package uk.kinbridge.notification.delivery.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Deliveries;
import uk.kinbridge.notification.delivery.Deliveries.Backlog;

/** How much waits on each channel, and how long; not a number while the database does not tell. */
public final class BacklogGauges implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Deliveries deliveries;
    private final InstantSource time;
    private Instant readAt = Instant.MIN;
    private Map<Channel, Backlog> last = Map.of();

    public BacklogGauges(Deliveries deliveries, InstantSource time) {
        this.deliveries = deliveries;
        this.time = time;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var channel : Channel.values()) {
            gauge(registry, channel, "kinbridge.deliveries.due", "should have been handed over by now", Backlog::due);
            gauge(registry, channel, "kinbridge.deliveries.later", "wait for their time", Backlog::later);
            gauge(registry, channel, "kinbridge.deliveries.in.doubt", "wait for a person's decision", Backlog::inDoubt);
            gauge(registry, channel, "kinbridge.deliveries.dead", "were given up", Backlog::dead);
            gauge(registry, channel, "kinbridge.deliveries.oldest.seconds", "how late the oldest is", this::lateness);
        }
    }

    private void gauge(
            MeterRegistry registry, Channel channel, String name, String words, ToDoubleFunction<Backlog> value) {
        Gauge.builder(name, this, gauges -> gauges.read(channel, value))
                .description("Deliveries that " + words)
                .tag("channel", channel.word())
                .register(registry);
    }

    private double lateness(Backlog backlog) {
        var oldest = backlog.oldestDueAt();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, time.instant()).toSeconds());
    }

    private synchronized double read(Channel channel, ToDoubleFunction<Backlog> value) {
        var now = time.instant();
        try {
            if (readAt.plus(FRESH).isBefore(now)) {
                last = deliveries.backlog(now);
                readAt = now;
            }
            var backlog = last.get(channel);
            return backlog == null ? Double.NaN : value.applyAsDouble(backlog);
        } catch (DataAccessException away) {
            return Double.NaN;
        }
    }
}
