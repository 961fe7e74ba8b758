package uk.kinbridge.protocols.sharing;

/** Whether a person can make this one decision (FAP-11, ENG-10). */
public enum Competence {
    /** From 16 able to decide; below 16 nobody has looked at it yet. */
    PRESUMED,
    /** Below 16: understands this decision well enough to make it (Gillick). */
    COMPETENT,
    /** Found not to be able to make this decision, with the steps of the finding on record. */
    FOUND_WANTING
}
