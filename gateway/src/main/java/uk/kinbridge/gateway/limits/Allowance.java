package uk.kinbridge.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** A bucket of requests for each caller, filled again evenly; one gateway counts for itself. */
public final class Allowance {

    private static final int CALLERS_KEPT = 100_000;

    private final long requests;
    private final Duration period;
    private final LoadingCache<String, Bucket> buckets;

    Allowance(long requests, Duration period) {
        this.requests = requests;
        this.period = period;
        // a bucket that was left alone for a period is full, so forgetting it changes nothing
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS_KEPT)
                .expireAfterAccess(period)
                .build(caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, period))
                        .build());
    }

    boolean isLimited() {
        return requests > 0;
    }

    Standing take(String caller) {
        return standing(buckets.get(caller).tryConsumeAndReturnRemaining(1));
    }

    /** As {@link #take}, but takes nothing. */
    Standing look(String caller) {
        Bucket bucket = buckets.get(caller);
        var estimate = bucket.estimateAbilityToConsume(1);
        return new Standing(
                estimate.canBeConsumed(),
                estimate.getRemainingTokens(),
                Duration.ofNanos(estimate.getNanosToWaitForRefill()));
    }

    private static Standing standing(ConsumptionProbe probe) {
        return new Standing(
                probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** The header that says the rule. */
    String policy() {
        return "\"default\";q=%d;w=%d".formatted(requests, period.toSeconds());
    }

    record Standing(boolean allowed, long remaining, Duration until) {

        /** The header that says what is left. */
        String header() {
            return "\"default\";r=%d;t=%d"
                    .formatted(remaining, until.plusMillis(999).toSeconds());
        }
    }
}
