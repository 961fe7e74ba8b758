package uk.kinbridge.notification.preference;

import java.util.Locale;

/** What a person wants by a channel. The inbox always has everything. */
public enum Wish {
    EVERYTHING,
    URGENT_ONLY,
    NOTHING;

    /** As requests and answers spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
