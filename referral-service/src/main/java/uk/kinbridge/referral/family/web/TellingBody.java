package uk.kinbridge.referral.family.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.referral.family.FactKind;
import uk.kinbridge.referral.family.Telling;

/** Something that is known, and who said so. */
record TellingBody(
        @NotBlank @Size(max = 300) String value,
        @Size(max = 1000) @Nullable String details,
        @Size(max = 200) @Nullable String saidBy) {

    Telling toTelling() {
        return new Telling(value.strip(), details, saidBy);
    }

    static Map<FactKind, Telling> toTellings(Map<String, TellingBody> facts, String at) {
        var tellings = new EnumMap<FactKind, Telling>(FactKind.class);
        facts.forEach((word, body) -> tellings.put(kind(word, at + "facts." + word), body.toTelling()));
        return tellings;
    }

    /** The fact of that word. */
    static FactKind kind(String word, String field) {
        return FactKind.of(word)
                .orElseThrow(() -> Problem.of(
                                FamilyProblemTypes.REFUSED,
                                "Nothing was saved. Complete the fields that 'errors' names.")
                        .errors(List.of(new Problem.FieldError(field, "There is no such fact on a family record.")))
                        .exception());
    }
}
