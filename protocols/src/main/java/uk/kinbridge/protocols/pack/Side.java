package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Word;

/** Which agency of the case is meant. */
public enum Side implements Word {
    REFERRER,
    RECIPIENT,
    /** The agency that did not do what just happened. */
    OTHER,
    /** The agency whose case it is; for what is not about a referral. */
    HOLDER,
    /** The agency that a referral is redirected to. */
    NEXT
}
