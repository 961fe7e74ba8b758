package uk.kinbridge.escalation.post;

/** A person in a role, as the directory knows them; {@code person} is the subject id. */
public record Holder(String person, String name) {}
