package uk.kinbridge.referral.referral.web;

import uk.kinbridge.referral.disagreement.OpenDisagreements.Open;

/** A disagreement that holds a referral open, and where it is read and resolved. */
record DisagreementView(String reference, String href) {

    static DisagreementView of(Open open) {
        return new DisagreementView(open.reference(), open.link());
    }
}
