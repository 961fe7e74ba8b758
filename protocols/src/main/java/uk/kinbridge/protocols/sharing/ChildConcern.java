package uk.kinbridge.protocols.sharing;

/** How worried somebody is for a child, the least first. */
public enum ChildConcern {
    NONE,
    /** Welfare or development is affected, below the threshold of significant harm. */
    LOWER,
    /** Suffering, or likely to suffer, significant harm. */
    SIGNIFICANT_HARM
}
