package uk.kinbridge.protocols.pack;

import java.util.List;

/** What a breach leads to: it always ends with people. */
public record Breach(List<Party> tell) {}
