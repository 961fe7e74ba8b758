package uk.kinbridge.directory.practitioner;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everybody with an account, as of the last good answer of the sign-in service. */
@Component
public class Practitioners {

    private volatile List<Practitioner> people = List.of();
    private volatile boolean known;

    /** What the sign-in service has answered; also that there is nobody. */
    void replaceWith(Collection<Practitioner> fresh) {
        people = fresh.stream()
                .sorted(Comparator.comparing(Practitioner::username))
                .toList();
        known = true;
    }

    /** Whether anything is known at all: until then nobody may conclude from silence that there is nobody. */
    public boolean isKnown() {
        return known;
    }

    public List<Practitioner> all() {
        return people;
    }

    /** Those who can act in an agency now. */
    public List<Practitioner> activeIn(String agency) {
        return people.stream()
                .filter(person -> person.enabled() && agency.equals(person.agency()))
                .toList();
    }

    public Optional<Practitioner> activeIn(String agency, String username) {
        return activeIn(agency).stream()
                .filter(person -> person.username().equals(username))
                .findFirst();
    }
}
