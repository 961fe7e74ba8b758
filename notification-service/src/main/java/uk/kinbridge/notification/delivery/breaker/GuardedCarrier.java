package uk.kinbridge.notification.delivery.breaker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.kinbridge.notification.delivery.Answer;
import uk.kinbridge.notification.delivery.Carrier;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Parcel;

/**
 * Lets nobody wait for a provider that is away or slow: after a few failures it is left alone for a while, and no more
 * than a few wait for it at the same time. What would have gone to it is put off, without counting as a try.
 */
public final class GuardedCarrier implements Carrier {

    private static final Duration LEFT_ALONE = Duration.ofSeconds(20);
    private static final Duration CROWDED = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofSeconds(5);
    /** Shorter than it takes to give up connecting: one that cannot be reached at all counts as slow. */
    private static final Duration SLOW_RECEIVER = Duration.ofSeconds(2);

    private static final int CALLS_LOOKED_AT = 10;
    private static final int CALLS_ENOUGH = 5;
    private static final float MOST = 60;

    private final Carrier carrier;
    private final Function<Parcel, String> lane;
    private final int atOnce;
    private final InstantSource time;
    private final CircuitBreakerRegistry breakers;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    GuardedCarrier(
            Carrier carrier,
            Function<Parcel, String> lane,
            int atOnce,
            InstantSource time,
            Duration slow,
            Predicate<Throwable> opensIt) {
        this.carrier = carrier;
        this.lane = lane;
        this.atOnce = atOnce;
        this.time = time;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(CALLS_LOOKED_AT)
                .minimumNumberOfCalls(CALLS_ENOUGH)
                .failureRateThreshold(MOST)
                .recordException(opensIt)
                .slowCallDurationThreshold(slow)
                .slowCallRateThreshold(MOST)
                .waitDurationInOpenState(LEFT_ALONE)
                .permittedNumberOfCallsInHalfOpenState(2)
                .build());
    }

    /**
     * For a channel with one provider, such as a mail server: when it is away, everything waits without using up its
     * tries.
     *
     * @param atOnce so many may be with the provider at the same time
     */
    public static GuardedCarrier ofOneProvider(Carrier carrier, Channel channel, int atOnce, InstantSource time) {
        return new GuardedCarrier(carrier, _ -> channel.word(), atOnce, time, SLOW, _ -> true);
    }

    /**
     * For many receivers, such as the systems of agencies, each on a lane of its own. One that refuses at once costs
     * nothing, and its deliveries come to an end by their own plan: an administrator sees a dead letter, however many
     * others wait for the same system. Only one that lets its callers wait is left alone.
     *
     * @param lane names the receiver of a parcel
     * @param atOnce so many may be with one receiver at the same time
     */
    public static GuardedCarrier ofManyReceivers(
            Carrier carrier, Function<Parcel, String> lane, int atOnce, InstantSource time) {
        return new GuardedCarrier(carrier, lane, atOnce, time, SLOW_RECEIVER, _ -> false);
    }

    @Override
    public Repetition repetition() {
        return carrier.repetition();
    }

    @Override
    public Trace trace(String deliveryId) {
        return carrier.trace(deliveryId);
    }

    @Override
    public Answer handOver(Parcel parcel) {
        var provider = lane.apply(parcel);
        var place = places.computeIfAbsent(provider, name -> new Semaphore(atOnce));
        if (!place.tryAcquire()) {
            return new Answer.NotTried(time.instant().plus(CROWDED));
        }
        try {
            var breaker = breakers.circuitBreaker(provider);
            return breaker.tryAcquirePermission()
                    ? watched(breaker, parcel)
                    : new Answer.NotTried(time.instant().plus(LEFT_ALONE));
        } finally {
            place.release();
        }
    }

    private Answer watched(CircuitBreaker breaker, Parcel parcel) {
        long began = System.nanoTime();
        boolean answered = false;
        try {
            var answer = carrier.handOver(parcel);
            answered = true;
            long took = System.nanoTime() - began;
            switch (answer) {
                case Answer.NotNow(var why, var _, var away)
                when away -> breaker.onError(took, TimeUnit.NANOSECONDS, new ProviderAway(why));
                case Answer.Unanswered(var why) -> breaker.onError(took, TimeUnit.NANOSECONDS, new ProviderAway(why));
                case Answer.Accepted _, Answer.NotNow _, Answer.Refused _, Answer.NotTried _ ->
                    breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            }
            return answer;
        } finally {
            if (!answered) {
                breaker.releasePermission();
            }
        }
    }

    /** What a breaker counts. */
    private static final class ProviderAway extends Exception {
        ProviderAway(String why) {
            super(why, null, false, false);
        }
    }
}
