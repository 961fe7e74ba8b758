package uk.kinbridge.notification.delivery;

import java.util.Locale;

/** Why somebody is told of a notice: it is new, nobody has acknowledged it, or it has passed on to them (HAC-17). */
public enum Occasion {
    DELIVERED,
    REMINDER,
    PASSED_ON;

    /** As files, addresses and answers spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
