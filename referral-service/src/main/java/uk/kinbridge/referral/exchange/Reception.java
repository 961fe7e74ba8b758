package uk.kinbridge.referral.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.referral.referral.Referrals;

/** What becomes of a message from another system. */
public sealed interface Reception {

    /** It had its effect. */
    record Done(Referrals.Held held) implements Reception {}

    /** It, or what it says, was here before; nothing changes. */
    record Before(String referralId) implements Reception {}

    /** A rule of the protocol or of the record is against it; nothing was sent. */
    record Refused(List<Ground> grounds) implements Reception {}

    /** Something in it names what does not exist, at least not for the sender. */
    record Unknown(List<Ground> grounds) implements Reception {}

    /** Not for this caller. */
    record NotPermitted(AccessDecision.Refused refused) implements Reception {}

    /** Somebody has changed the referral since the sender read it. */
    record Stale() implements Reception {}

    /** That cannot happen where the referral stands. */
    record NotNow(List<Ground> grounds) implements Reception {}

    /**
     * Why.
     *
     * @param about the field or the item; null where it is the whole
     * @param obligations that ask for it; none where no protocol does
     */
    record Ground(@Nullable String about, String words, List<String> obligations) {

        public Ground {
            obligations = List.copyOf(obligations);
        }
    }
}
