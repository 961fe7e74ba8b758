package uk.kinbridge.referral.family;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member of a family, or somebody who regularly stays with or visits it.
 *
 * @param alsoKnownAs further names: before a marriage, in another spelling
 * @param nhsNumber null when not known; its check digit is right
 */
public record Member(
        Person person, List<Name> alsoKnownAs, @Nullable String nhsNumber, Map<FactKind, Said> facts) {

    public Member {
        alsoKnownAs = List.copyOf(alsoKnownAs);
        facts = Map.copyOf(facts);
    }

    /** A name that somebody goes by. */
    public record Name(String givenName, String familyName) {}

    static Member of(Person person) {
        return new Member(person, List.of(), null, Map.of());
    }

    public String id() {
        return person.id();
    }

    public boolean isAdult() {
        return person.kind() == Person.Kind.ADULT;
    }

    /** What is known of that. */
    public Optional<Said> fact(FactKind kind) {
        return Optional.ofNullable(facts.get(kind));
    }

    boolean says(FactKind kind, String value) {
        return fact(kind).filter(said -> said.value().equals(value)).isPresent();
    }

    /** All names, the present one first. */
    public List<Name> names() {
        var names = new ArrayList<Name>();
        names.add(new Name(person.givenName(), person.familyName()));
        names.addAll(alsoKnownAs);
        return List.copyOf(names);
    }

    Member with(FactKind kind, Said said) {
        var more = new EnumMap<FactKind, Said>(FactKind.class);
        more.putAll(facts);
        more.put(kind, said);
        return new Member(person, alsoKnownAs, nhsNumber, more);
    }

    Member without(FactKind kind) {
        var rest = new EnumMap<FactKind, Said>(FactKind.class);
        rest.putAll(facts);
        rest.remove(kind);
        return new Member(person, alsoKnownAs, nhsNumber, rest);
    }

    Member known(Person as, List<Name> names, @Nullable String number) {
        return new Member(as, names, number, facts);
    }

    Member withFacts(Map<FactKind, Said> others) {
        return new Member(person, alsoKnownAs, nhsNumber, others);
    }
}
