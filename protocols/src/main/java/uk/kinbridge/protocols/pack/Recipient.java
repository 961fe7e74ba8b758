package uk.kinbridge.protocols.pack;

/** Who receives: an agency of that role, and in it the holder of that role. */
public record Recipient(AgencyRole agency, PersonRole person) {}
