package uk.kinbridge.referral.referral;

import uk.kinbridge.platform.aggregate.Change;

/** How an act on a referral ends. */
public sealed interface Acted {
    /** Done. */
    record Done(Change<Referral, ReferralEvent> change) implements Acted {}

    /** Somebody did it before; nothing changes. */
    record Before() implements Acted {}

    /** Not where the referral stands; says why in words. */
    record NotNow(String why) implements Acted {}
}
