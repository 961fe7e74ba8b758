package uk.kinbridge.platform.clock;

/** How a clock stands at a moment; computed from its due time, so that a stopped sweeper never hides a breach. */
public enum ClockState {
    RUNNING,
    WARNED,
    BREACHED,
    MET,
    MET_LATE,
    CANCELLED
}
