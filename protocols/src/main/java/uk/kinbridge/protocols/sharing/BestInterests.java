package uk.kinbridge.protocols.sharing;

/** What was decided in the best interests of somebody who cannot decide this for themselves. */
public enum BestInterests {
    NOT_DECIDED,
    SHARE,
    DO_NOT_SHARE
}
