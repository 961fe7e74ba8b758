package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;

/** What would settle it: what was agreed, and who does what by when. */
public record Proposal(Actor by, Instant at, int level, String agreed, List<Undertaking> undertakings) {

    public Proposal {
        undertakings = List.copyOf(undertakings);
    }

    /**
     * Something that is to be done by a time.
     *
     * @param who the person of that agency who does it, as both sides know them
     */
    public record Undertaking(String agency, String who, String what, Instant by) {}
}
