package uk.kinbridge.escalation.disagreement;

/** One of the two agencies, with its name as it was when the disagreement was raised. */
public record Party(String agency, String name) {}
