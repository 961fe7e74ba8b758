package uk.kinbridge.referral.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.family.Member;
import uk.kinbridge.referral.family.NhsNumber;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.Relationship;

/**
 * A member of the family as a letter speaks of them.
 *
 * @param id in the family record; null when the other system does not know it
 * @param kind null when not said: then the date of birth says it
 * @param localId how the other system calls them, {@code system|value}; null when it says nothing
 * @param tie how this one belongs to the person referred; null for that person, and where it is not said
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
        @Nullable Tie tie) {

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
                null);
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

    /** Whether a member on record is this one: by NHS number, else by name and the same date. */
    boolean is(Member member) {
        if (nhsNumber != null && member.nhsNumber() != null) {
            return NhsNumber.digits(nhsNumber).equals(member.nhsNumber());
        }
        var person = member.person();
        return member.names().stream()
                        .anyMatch(name -> name.givenName().equalsIgnoreCase(givenName)
                                && name.familyName().equalsIgnoreCase(familyName))
                && java.util.Objects.equals(bornOn, person.bornOn())
                && java.util.Objects.equals(expectedOn, person.expectedOn());
    }
}
