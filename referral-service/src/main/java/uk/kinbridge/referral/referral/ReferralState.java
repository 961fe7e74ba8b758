package uk.kinbridge.referral.referral;

/** Where a referral stands. */
public enum ReferralState {
    SUBMITTED,
    ACKNOWLEDGED,
    INVITED
}
