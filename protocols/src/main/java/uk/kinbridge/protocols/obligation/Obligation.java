package uk.kinbridge.protocols.obligation;

import uk.kinbridge.protocols.pack.FeatureId;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.reading.Word;

/**
 * One thing that the software must make true, easy or visible.
 *
 * @param source where it stands in the protocol
 */
public record Obligation(ObligationId id, Kind kind, FeatureId feature, String source, String must) {

    /** What sort of duty it is. */
    public enum Kind implements Word {
        CLOCK,
        RULE,
        ROUTE,
        RECORD,
        NOTIFY,
        PROMPT,
        CONTACT,
        REPORT,
        LADDER
    }
}
