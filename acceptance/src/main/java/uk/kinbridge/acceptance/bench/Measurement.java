package uk.kinbridge.acceptance.bench;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param limit what the same machine could do at best, measured in the same run
 * @param aim what we want; reported, never enforced
 */
public record Measurement(
        String what,
        double figure,
        String unit,
        Limit limit,
        @Nullable Aim aim) {

    /** The best that can be had, and what exactly was measured for it. */
    public record Limit(String what, double figure) {}

    /** What we want of a figure. */
    public sealed interface Aim {

        boolean isReachedBy(Measurement measured);

        /** Of the figure itself. */
        record AtLeast(double figure) implements Aim {
            @Override
            public boolean isReachedBy(Measurement measured) {
                return measured.figure() >= figure;
            }
        }

        /** Of the figure itself. */
        record AtMost(double figure) implements Aim {
            @Override
            public boolean isReachedBy(Measurement measured) {
                return measured.figure() <= figure;
            }
        }

        /** Of its ratio to the limit. */
        record RatioAtMost(double ratio) implements Aim {
            @Override
            public boolean isReachedBy(Measurement measured) {
                return measured.ratio() <= ratio;
            }
        }

        /** Of its ratio to the limit. */
        record RatioAtLeast(double ratio) implements Aim {
            @Override
            public boolean isReachedBy(Measurement measured) {
                return measured.ratio() >= ratio;
            }
        }
    }

    /** The figure as a share of its limit; of times, how many times the least possible. */
    public double ratio() {
        return figure / limit.figure();
    }

    /** Empty where no aim was set. */
    public Optional<Boolean> isReached() {
        return Optional.ofNullable(aim).map(wanted -> wanted.isReachedBy(this));
    }
}
