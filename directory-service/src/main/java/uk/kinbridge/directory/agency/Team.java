package uk.kinbridge.directory.agency;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A team inside an agency; its id is the one in its members' tokens. */
public record Team(
        @NotBlank @Pattern(regexp = Ids.FORM, message = Ids.MESSAGE)
        String id,

        @NotBlank String name,
        @Nullable String telephone,
        @Nullable String email) {}
