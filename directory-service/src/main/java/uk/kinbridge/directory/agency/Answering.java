package uk.kinbridge.directory.agency;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

    /** @param because in words, for the person who asks why this one */
    record Person(String subject, String username, String name, String because) {}

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
                                    acting.username().equals(claim.username())
                                            ? claim.because()
                                            : "acts for %s, who is away".formatted(nameOf(claim.username())))));
        }
        return List.copyOf(found.values());
    }

    /** Those whom the agency names to another one as its link, or who act for them (SAL-25). */
    List<Person> linkedTo(String other, Instant at) {
        return agency.linkPractitioners().stream()
                .filter(link -> link.toAgency().equals(other))
                .flatMap(link -> acting(link.username(), at).stream())
                .distinct()
                .map(person -> new Person(
                        person.subject(), person.username(), person.name(), "is the link practitioner to " + other))
                .toList();
    }

    /** Whether somebody can act in the agency themselves. */
    enum State {
        THERE,
        AWAY,
        GONE,
        /** Nobody of the agency is known at all, so nobody can be said to have left it. */
        UNKNOWN;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param person null when they are gone or unknown
     * @param roles theirs, while they are there
     * @param acting who acts for them while they are away; null when nobody does
     */
    record Cover(
            State state,
            @Nullable Person person,
            List<String> roles,
            @Nullable Person acting) {}

    /** Whether that person is there at a moment, and who acts for them when they are away. */
    Cover coverOf(String subject, Instant at) {
        Optional<Practitioner> known = people.stream()
                .filter(person -> person.subject().equals(subject))
                .findFirst();
        if (known.isEmpty()) {
            return new Cover(people.isEmpty() ? State.UNKNOWN : State.GONE, null, List.of(), null);
        }
        Practitioner person = known.get();
        boolean away = agency.absences().stream()
                .anyMatch(absence -> absence.username().equals(person.username()) && absence.covers(at));
        Person asked = new Person(person.subject(), person.username(), person.name(), "works in the agency");
        return away
                ? new Cover(State.AWAY, asked, List.of(), actingFor(person, at))
                : new Cover(State.THERE, asked, person.roles(), null);
    }

    private @Nullable Person actingFor(Practitioner away, Instant at) {
        return acting(away.username(), at)
                .map(acting -> new Person(
                        acting.subject(),
                        acting.username(),
                        acting.name(),
                        "acts for %s, who is away".formatted(away.name())))
                .orElse(null);
    }

    private record Claim(String username, String because) {}

    private List<Claim> claims(Post post, @Nullable String team, Instant at) {
        List<Claim> claims = new ArrayList<>();
        agency.rota().stream()
                .filter(shift -> shift.post() == post && shift.covers(at))
                .forEach(shift -> claims.add(new Claim(shift.username(), "is on the rota")));
        agency.responsibilities().stream()
                .filter(named -> named.post() == post)
                .filter(named ->
                        named.team() == null || team == null || named.team().equals(team))
                .forEach(named -> claims.add(new Claim(named.username(), "is named for it by the agency")));
        people.stream()
                .filter(person -> person.roles().contains(post.word()))
                .filter(person -> team == null || person.teams().contains(team))
                .forEach(person -> claims.add(new Claim(person.username(), "has this role in the agency")));
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
