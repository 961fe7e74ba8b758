package uk.kinbridge.protocols.pack;

import java.util.List;

/** A time limit that holds on every pathway into such an agency, unless the pathway has its own with the same id. */
public record EveryPathway(AgencyRole to, List<Clock> clocks) {}
