package uk.kinbridge.protocols.sharing;

/** How worried somebody is for an adult, the least first. */
public enum AdultConcern {
    NONE,
    /** Care and support needs that nobody meets (DOR-04). */
    UNMET_NEEDS,
    /** An adult with care and support needs who is at risk of harm (DOR-02). */
    AT_RISK
}
