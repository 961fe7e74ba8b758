package uk.kinbridge.referral.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.family.FactKind;
import uk.kinbridge.referral.family.Member;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.Relationship;
import uk.kinbridge.referral.family.Telling;
import uk.kinbridge.referral.family.Told;

/**
 * A member of the family as a letter speaks of them.
 *
 * @param id in the family record; null when the other system does not know it
 * @param kind null when not said: then the date of birth says it
 * @param localId how the other system calls them, {@code system|value}; null when it says nothing
 * @param tie how this one belongs to the person referred; null for that person, and where it is not said
 * @param alsoKnownAs further names that the letter has for them
 * @param address where they live, for others than the person referred; null when it is not said
 * @param reach how they are reached
 */
public record Someone(
        @Nullable String id,
        Person.@Nullable Kind kind,
        String givenName,
        String familyName,
        @Nullable LocalDate bornOn,
        @Nullable LocalDate expectedOn,
        @Nullable String nhsNumber,
        @Nullable String localId,
        @Nullable Tie tie,
        List<Member.Name> alsoKnownAs,
        @Nullable String address,
        List<Reach> reach) {

    public Someone {
        alsoKnownAs = List.copyOf(alsoKnownAs);
        reach = List.copyOf(reach);
    }

    /**
     * A telephone number, an address of e-mail or the like.
     *
     * @param by the word of FHIR for it, such as {@code phone}
     */
    public record Reach(String by, String at) {}

    /**
     * How two people belong together.
     *
     * @param theirs whether this one is that to the person referred; otherwise it is the other way round
     */
    public record Tie(Relationship.Kind kind, boolean theirs) {}

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int ADULT_AGE = 18;

    /** Somebody whom a referral names. */
    static Someone of(Person person) {
        return new Someone(
                person.id(),
                person.kind(),
                person.givenName(),
                person.familyName(),
                person.bornOn(),
                person.expectedOn(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of());
    }

    /** The same as the referral names them, where all of it was said. */
    Optional<Person> person() {
        return id == null || kind == null
                ? Optional.empty()
                : Optional.of(new Person(id, kind, givenName, familyName, bornOn, expectedOn));
    }

    /** What they are in the family, as said or by their age on that day; empty when neither tells. */
    Optional<Person.Kind> kindAt(Instant now) {
        if (kind != null) {
            return Optional.of(kind);
        }
        if (expectedOn != null) {
            return Optional.of(Person.Kind.UNBORN);
        }
        if (bornOn == null) {
            return Optional.empty();
        }
        var grownUp = bornOn.plusYears(ADULT_AGE);
        return Optional.of(grownUp.isAfter(now.atZone(LONDON).toLocalDate()) ? Person.Kind.CHILD : Person.Kind.ADULT);
    }

    /** How they are reached, one way a line; empty when it is not said. */
    String contactDetails() {
        return reach.stream().map(one -> one.by() + " " + one.at()).collect(Collectors.joining("\n"));
    }

    /** As the family record takes them. */
    Told told(Person.Kind as, Map<FactKind, Telling> facts) {
        return new Told(as, givenName, familyName, bornOn, expectedOn, alsoKnownAs, nhsNumber, facts);
    }
}
