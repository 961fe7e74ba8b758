package uk.kinbridge.directory.agency;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers for a role of the agency: Safeguarding Lead, manager, named professional, senior manager, duty
 * worker. The order in the list is the order in which they are asked.
 *
 * @param team only for this team when given
 */
public record Responsibility(
        @NotNull Post post,
        @NotBlank String username,
        @Nullable String team) {}
