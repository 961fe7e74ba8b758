package uk.kinbridge.directory.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.directory.practitioner.Practitioner;

/**
 * Who answers for a role of an agency at a moment: first who is on the rota, then who is named for it, then whoever has
 * the role in the sign-in service; for somebody who is away their delegate. Nobody who has left or is disabled.
 *
 * @param people those who can act in the agency now
 */
record Answering(AgencyEntry agency, List<Practitioner> people) {

    private static final int LONGEST_CHAIN_OF_DELEGATES = 5;

    /** How somebody comes to answer for a role; the first are asked first. */
    enum Basis {
        /** The rota says so: they are at work at that moment. */
        @JsonProperty("rota")
        ROTA,
        /** The agency has named them for it, or they are its link. */
        @JsonProperty("named")
        NAMED,
        /** They have the role in the sign-in service. */
        @JsonProperty("role")
        ROLE,
        /** It is they themselves whom somebody asks for. */
        @JsonProperty("person")
        PERSON
    }

    /**
     * Somebody who can be asked.
     *
     * @param basis why they, or the one for whom they act
     * @param delegate whether they act for somebody who is away
     * @param because in words, for the person who asks why this one
     */
    record Person(String subject, String username, String name, Basis basis, boolean delegate, String because) {}

    List<Person> answeringFor(Post post, @Nullable String team, Instant at) {
        Map<String, Person> found = new LinkedHashMap<>();
        for (Claim claim : claims(post, team, at)) {
            acting(claim.username(), at)
                    .ifPresent(acting -> found.putIfAbsent(
                            acting.username(),
                            new Person(
                                    acting.subject(),
                                    acting.username(),
                                    acting.name(),
                                    claim.basis(),
                                    !acting.username().equals(claim.username()),
                                    acting.username().equals(claim.username())
                                            ? claim.because()
                                            : actsFor(nameOf(claim.username())))));
        }
        return List.copyOf(found.values());
    }

    /** Who acts for that person: they themselves, or while they are away their delegate; empty when nobody does. */
    Optional<Person> actingFor(String subject, Instant at) {
        return people.stream()
                .filter(person -> person.subject().equals(subject))
                .findFirst()
                .flatMap(asked -> acting(asked.username(), at).map(acting -> {
                    boolean here = acting.equals(asked);
                    return new Person(
                            acting.subject(),
                            acting.username(),
                            acting.name(),
                            Basis.PERSON,
                            !here,
                            here ? "is meant in person" : actsFor(asked.name()));
                }));
    }

    private static String actsFor(String name) {
        return "acts for %s, who is away".formatted(name);
    }

    /** Those whom the agency names to another one as its link, or who act for them (SAL-25). */
    List<Person> linkedTo(String other, Instant at) {
        return agency.linkPractitioners().stream()
                .filter(link -> link.toAgency().equals(other))
                .flatMap(link -> acting(link.username(), at).stream())
                .distinct()
                .map(person -> new Person(
                        person.subject(),
                        person.username(),
                        person.name(),
                        Basis.NAMED,
                        false,
                        "is the link practitioner to " + other))
                .toList();
    }

    private record Claim(String username, Basis basis, String because) {}

    private List<Claim> claims(Post post, @Nullable String team, Instant at) {
        List<Claim> claims = new ArrayList<>();
        agency.rota().stream()
                .filter(shift -> shift.post() == post && shift.covers(at))
                .forEach(shift -> claims.add(new Claim(shift.username(), Basis.ROTA, "is on the rota")));
        agency.responsibilities().stream()
                .filter(named -> named.post() == post)
                .filter(named ->
                        named.team() == null || team == null || named.team().equals(team))
                .forEach(
                        named -> claims.add(new Claim(named.username(), Basis.NAMED, "is named for it by the agency")));
        people.stream()
                .filter(person -> person.roles().contains(post.word()))
                .filter(person -> team == null || person.teams().contains(team))
                .forEach(person -> claims.add(new Claim(person.username(), Basis.ROLE, "has this role in the agency")));
        return claims;
    }

    /** The person, or the one who acts for them; empty when nobody does. */
    private Optional<Practitioner> acting(String username, Instant at) {
        String current = username;
        Set<String> seen = new HashSet<>();
        for (int step = 0; step < LONGEST_CHAIN_OF_DELEGATES && seen.add(current); step++) {
            String asked = current;
            Optional<Absence> absence = agency.absences().stream()
                    .filter(away -> away.username().equals(asked) && away.covers(at))
                    .findFirst();
            if (absence.isEmpty()) {
                return person(asked);
            }
            String delegate = absence.get().delegate();
            if (delegate == null) {
                return Optional.empty();
            }
            current = delegate;
        }
        return Optional.empty();
    }

    private Optional<Practitioner> person(String username) {
        return people.stream()
                .filter(person -> person.username().equals(username))
                .findFirst();
    }

    private String nameOf(String username) {
        return person(username).map(Practitioner::name).orElse(username);
    }
}
