package uk.kinbridge.directory.agency;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody is away, and who acts for them meanwhile. Why they are away is nobody's business and has no field. */
public record Absence(
        @NotBlank String username,
        @NotNull Instant from,
        @NotNull Instant to,
        @Nullable String delegate) {

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
