package uk.kinbridge.notification.preference;

import java.time.Instant;
import java.util.Optional;

/** Everybody's preferences. */
public interface PreferenceBook {

    /** Preferences and the version that a change of them must name; version 0 for somebody who has said nothing. */
    record Kept(Preferences preferences, long version) {}

    Kept of(String person);

    /** @return the new version; empty when somebody has been faster, and nothing is changed then */
    Optional<Long> save(long version, Preferences next, Instant now);
}
