package uk.kinbridge.referral.referral;

import java.time.Instant;

/** A person of the receiving agency has the referral and says so (HAC-17). */
public record Receipt(Actor by, Instant at) {}
