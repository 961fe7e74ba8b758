package uk.kinbridge.directory.agency;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach an agency, with the hours in which it answers.
 *
 * @param secureEmail for case information; ordinary e-mail is never used for it
 * @param openingHours such as "Mon-Thu 09:00-17:00, Fri 09:00-16:30"; the agency's own when left out
 */
public record ContactPoint(
        @NotBlank @Pattern(regexp = Ids.FORM, message = Ids.MESSAGE)
        String id,

        @NotBlank String name,
        @Nullable String telephone,
        @Nullable @Email String secureEmail,
        @Nullable List<String> addressLines,
        @Nullable String postcode,
        @Nullable String openingHours,
        boolean published) {}
