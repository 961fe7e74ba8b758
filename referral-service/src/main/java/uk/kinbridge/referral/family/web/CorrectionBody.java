package uk.kinbridge.referral.family.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.family.Correction;
import uk.kinbridge.referral.family.Member;
import uk.kinbridge.referral.family.Person;

/** What is known otherwise of a person; what is left out stays as it is. */
record CorrectionBody(
        Person.@Nullable Kind kind,

        @Nullable @Pattern(regexp = ".*\\S.*") @Size(max = 100)
        String givenName,

        @Nullable @Pattern(regexp = ".*\\S.*") @Size(max = 100)
        String familyName,

        @Nullable LocalDate bornOn,
        @Nullable LocalDate expectedOn,

        @Schema(description = "All of them; an empty list takes them away") @Nullable @Size(max = 10)
        List<PersonBody.@Valid NameBody> alsoKnownAs,

        @Schema(description = "A blank one takes a wrong one away") @Nullable @Size(max = 20)
        String nhsNumber) {

    Correction toCorrection() {
        return new Correction(
                kind,
                givenName == null ? null : givenName.strip(),
                familyName == null ? null : familyName.strip(),
                bornOn,
                expectedOn,
                alsoKnownAs == null
                        ? null
                        : alsoKnownAs.stream()
                                .map(n -> new Member.Name(
                                        n.givenName().strip(), n.familyName().strip()))
                                .toList(),
                nhsNumber);
    }
}
