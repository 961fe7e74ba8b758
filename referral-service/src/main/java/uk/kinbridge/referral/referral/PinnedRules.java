package uk.kinbridge.referral.referral;

import uk.kinbridge.protocols.pack.PathwayId;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;

/**
 * Finds the rules that a referral has pinned, whatever has been published since. Only bank holidays are not pinned: the
 * newest list counts, for everybody.
 */
public class PinnedRules {

    private final Protocols protocols;
    private final Calendars calendars;

    public PinnedRules(Protocols protocols, Calendars calendars) {
        this.protocols = protocols;
        this.calendars = calendars;
    }

    /** @throws IllegalStateException when the pinned version cannot be found any more, which must not happen */
    public Rules of(Referral referral) {
        var pinned = referral.protocol();
        var pack = protocols
                .pinned(pinned.pack(), pinned.version(), pinned.hash())
                .orElseThrow(() -> new IllegalStateException("the pinned protocol is gone: " + pinned));
        var pathway = pack.pathway(new PathwayId(referral.pathway()))
                .orElseThrow(() -> new IllegalStateException(pinned + " has no pathway " + referral.pathway()));
        return new Rules(pack, pathway, calendars.newest());
    }
}
