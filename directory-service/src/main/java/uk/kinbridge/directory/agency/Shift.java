package uk.kinbridge.directory.agency;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** A turn on the duty rota. */
public record Shift(
        @NotNull Post post,
        @NotBlank String username,
        @NotNull Instant from,
        @NotNull Instant to) {

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
