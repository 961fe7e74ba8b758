package uk.kinbridge.platform.security;

import org.jspecify.annotations.Nullable;

/**
 * The answer of an access rule. A rule is a pure function from the caller and the record to one of these, so it can be
 * tested without a server and shown to the person whom it refuses.
 */
public sealed interface AccessDecision {

    /** The caller may go on. */
    record Granted() implements AccessDecision {}

    /** The caller may not go on; a refusal is either explained or concealed. */
    sealed interface Refused extends AccessDecision {}

    /**
     * The caller may know that the record exists, and is told why they may not do this (403).
     *
     * @param why a sentence for the person, naming who may or what to do instead
     * @param obligation id of the obligation that demands it, when one does
     */
    record Denied(String why, @Nullable String obligation) implements Refused {}

    /** The caller must not even learn that the record exists: the same answer as for one that does not (404). */
    record Concealed() implements Refused {}

    static AccessDecision granted() {
        return new Granted();
    }

    static AccessDecision denied(String why) {
        return new Denied(why, null);
    }

    static AccessDecision denied(String why, String obligation) {
        return new Denied(why, obligation);
    }

    static AccessDecision concealed() {
        return new Concealed();
    }

    default boolean isGranted() {
        return this instanceof Granted;
    }
}
