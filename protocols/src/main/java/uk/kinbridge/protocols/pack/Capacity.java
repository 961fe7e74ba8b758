package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.time.Within;

/** How many a programme takes at one time and for how long; beyond that there is a waiting list, not a refusal. */
public record Capacity(int places, Within lasts) {}
