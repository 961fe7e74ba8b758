package uk.kinbridge.directory.agency;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service that an agency offers.
 *
 * @param needs what it is for, as in /api/contacts/needs
 * @param published whether it is in the open feed for everybody; false for refuges and internal services
 */
public record Offer(
        @NotBlank @Pattern(regexp = Ids.FORM, message = Ids.MESSAGE)
        String id,

        @NotBlank String name,
        @Nullable String description,
        @NotNull List<String> areas,
        @NotNull List<String> needs,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        @Nullable String openingHours,
        @Nullable String telephone,
        @Nullable String email,
        @Nullable String url,
        boolean published) {}
