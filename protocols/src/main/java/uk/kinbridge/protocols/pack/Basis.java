package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Word;

/** Where a figure comes from, so that nobody takes ours for the protocol's. */
public enum Basis implements Word {
    /** It stands in the protocol. */
    PROTOCOL,
    /** It stands in statute or national guidance. */
    NATIONAL,
    /** The text names no figure; this one is proposed so that nobody waits without end, and the area may change it. */
    PROPOSED
}
