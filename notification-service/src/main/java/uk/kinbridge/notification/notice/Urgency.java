package uk.kinbridge.notification.notice;

import java.util.Locale;

/** How soon a notice must be looked at. */
public enum Urgency {
    ROUTINE(1),
    PRIORITY(2),
    IMMEDIATE(3);

    private final int rank;

    Urgency(int rank) {
        this.rank = rank;
    }

    /** One digit; the more urgent, the higher. */
    public int rank() {
        return rank;
    }

    /** As contracts and answers spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when the contract knows no such word */
    public static Urgency of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
