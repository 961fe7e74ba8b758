package uk.kinbridge.platform.mongo;

/** How a save ended. */
public sealed interface SaveOutcome {

    /** Written, with its events; the document now has this version. */
    record Saved(long version) implements SaveOutcome {}

    /** Somebody else wrote first; nothing was written. Load again and decide again. */
    record Stale() implements SaveOutcome {}

    /** This message has had its effect before; nothing was written, nothing needs to be. */
    record AlreadyHandled() implements SaveOutcome {}
}
