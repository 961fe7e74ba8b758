package uk.kinbridge.notification.delivery;

import java.util.Locale;

/** A way by which a notice reaches somebody beside the inbox. */
public enum Channel {
    EMAIL,
    TEXT,
    WEBHOOK;

    /** As addresses and answers spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
