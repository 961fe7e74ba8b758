package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;

/** What would settle it: what was agreed, and who does what by when. */
public record Proposal(Actor by, Instant at, int level, String agreed, List<Undertaking> undertakings) {

    public Proposal {
        undertakings = List.copyOf(undertakings);
    }

    /** Something that an agency undertakes to do by a time. */
    public record Undertaking(String agency, String what, Instant by) {}
}
