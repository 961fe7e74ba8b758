package uk.kinbridge.notification.preference;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everybody's preferences. */
public interface PreferenceBook {

    /** Preferences and the version that a change of them must name; version 0 for somebody who has said nothing. */
    record Kept(Preferences preferences, long version) {}

    Kept of(String person);

    /** The same for several, by person. */
    default Map<String, Preferences> ofAll(Set<String> people) {
        return people.stream()
                .collect(Collectors.toMap(
                        Function.identity(), person -> of(person).preferences()));
    }

    /** @return the new version; empty when somebody has been faster, and nothing is changed then */
    Optional<Long> save(long version, Preferences next, Instant now);
}
