package uk.kinbridge.protocols.pack;

/** Somebody who owes or is told something: a role on one side of the case. */
public record Party(Side side, PersonRole role) {}
