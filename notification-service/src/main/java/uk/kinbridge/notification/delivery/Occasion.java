package uk.kinbridge.notification.delivery;

import java.util.Locale;

/**
 * Why somebody is told of a notice: it is new, nobody has acknowledged it, or it has passed on to them (HAC-17); or of one
 * of so many at once that one letter speaks for all of them.
 */
public enum Occasion {
    DELIVERED,
    REMINDER,
    PASSED_ON,
    MANY_AT_ONCE;

    /** As files, addresses and answers spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
