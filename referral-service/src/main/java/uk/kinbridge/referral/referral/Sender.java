package uk.kinbridge.referral.referral;

/** Who refers: a person, for an agency. Both are kept as they were when the referral was sent. */
public record Sender(String agency, String agencyName, String person, String personName) {}
