package uk.kinbridge.referral.family;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person as they were told to us.
 *
 * @param facts what else is known of them
 */
public record Told(
        Person.Kind kind,
        String givenName,
        String familyName,
        @Nullable LocalDate bornOn,
        @Nullable LocalDate expectedOn,
        List<Member.Name> alsoKnownAs,
        @Nullable String nhsNumber,
        Map<FactKind, Telling> facts) {

    public Told {
        alsoKnownAs = List.copyOf(alsoKnownAs);
        facts = Map.copyOf(facts);
    }

    /** Name and dates, and nothing more yet. */
    public static Told briefly(
            Person.Kind kind,
            String givenName,
            String familyName,
            @Nullable LocalDate bornOn,
            @Nullable LocalDate expectedOn) {
        return new Told(kind, givenName, familyName, bornOn, expectedOn, List.of(), null, Map.of());
    }

    Member asMember(String id) {
        return new Member(
                new Person(id, kind, givenName, familyName, bornOn, expectedOn),
                alsoKnownAs,
                nhsNumber == null ? null : NhsNumber.digits(nhsNumber),
                Map.of());
    }
}
