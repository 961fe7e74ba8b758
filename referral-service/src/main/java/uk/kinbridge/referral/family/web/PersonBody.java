package uk.kinbridge.referral.family.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.family.Member;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.Told;

/** A person as they are told to us: name and kind, and what else is known. */
record PersonBody(
        @NotNull Person.Kind kind,
        @NotBlank @Size(max = 100) String givenName,
        @NotBlank @Size(max = 100) String familyName,
        @Nullable LocalDate bornOn,
        @Nullable LocalDate expectedOn,
        @Nullable @Size(max = 10) List<@Valid NameBody> alsoKnownAs,
        @Size(max = 20) @Nullable String nhsNumber,
        @Nullable @Size(max = 20) Map<String, @Valid TellingBody> facts) {

    record NameBody(
            @NotBlank @Size(max = 100) String givenName,
            @NotBlank @Size(max = 100) String familyName) {}

    /** @param at the path of the person in the request, for what is wrong with it */
    Told toTold(String at) {
        return new Told(
                kind,
                givenName.strip(),
                familyName.strip(),
                bornOn,
                expectedOn,
                alsoKnownAs == null
                        ? List.of()
                        : alsoKnownAs.stream()
                                .map(n -> new Member.Name(n.givenName.strip(), n.familyName.strip()))
                                .toList(),
                nhsNumber == null || nhsNumber.isBlank() ? null : nhsNumber,
                TellingBody.toTellings(facts == null ? Map.of() : facts, at));
    }
}
