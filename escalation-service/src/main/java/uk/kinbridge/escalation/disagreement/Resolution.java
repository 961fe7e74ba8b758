package uk.kinbridge.escalation.disagreement;

import java.time.Instant;

/** How it was resolved: the one who raised it says so, and whether the child is safer. */
public record Resolution(Proposal proposal, Actor by, Instant at, int level, ChildSafety child, String words) {

    /** Whether the child is safer than when the disagreement was raised. */
    public enum ChildSafety {
        SAFER,
        SAFE_BEFORE_AND_NOW,
        NOT_SAFER
    }
}
