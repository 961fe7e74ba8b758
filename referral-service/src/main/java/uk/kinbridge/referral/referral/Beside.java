package uk.kinbridge.referral.referral;

import java.util.Set;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Route;

/** What is known beside a referral: what runs side by side with it (JWP-04), and what its referrer states elsewhere. */
interface Beside {

    /** Nothing is. */
    Beside NOTHING = (_, _) -> false;

    /**
     * Whether that way has been taken for the same family, by a referral that says why it must be.
     *
     * @param facts what is so in the case
     */
    boolean takes(Route way, Set<Fact> facts);

    /** What is stated for the decision on sharing: whoever says there that a child is in danger has said it. */
    default Set<Fact> stated() {
        return Set.of();
    }
}
