package uk.kinbridge.escalation.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a person can act in their agency at a moment, as the directory knows it. */
public sealed interface Presence {

    /**
     * In post and not away.
     *
     * @param roles what they may do there, in the realm's spelling
     */
    record There(Holder person, List<String> roles) implements Presence {
        public There {
            roles = List.copyOf(roles);
        }
    }

    /**
     * In post, and away for now.
     *
     * @param acting who acts for them meanwhile; null when nobody does
     */
    record Away(@Nullable Holder acting) implements Presence {}

    /** They do not work there, or no longer. */
    record Gone() implements Presence {}

    /** The directory does not answer. */
    record Unknown() implements Presence {}

    /** Whether it is certain that they cannot act. */
    default boolean isMissing() {
        return this instanceof Away || this instanceof Gone;
    }
}
