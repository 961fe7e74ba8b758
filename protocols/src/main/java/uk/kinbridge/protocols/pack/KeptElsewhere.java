package uk.kinbridge.protocols.pack;

/** Why an obligation has no entry in the pack, and which feature of the suite keeps it. */
public record KeptElsewhere(ObligationId obligation, FeatureId feature, String reason) {}
