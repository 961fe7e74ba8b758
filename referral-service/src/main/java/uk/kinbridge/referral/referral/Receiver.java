package uk.kinbridge.referral.referral;

/** Who receives: a role in an agency, kept as it was when the referral was sent. */
public record Receiver(String agency, String agencyName, String role) {}
