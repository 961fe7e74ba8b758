package uk.kinbridge.protocols.pack;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which day, and to which, a version is in force. */
public record Effective(LocalDate from, @Nullable LocalDate to) {

    public Effective {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("The version ends before it begins.");
        }
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
