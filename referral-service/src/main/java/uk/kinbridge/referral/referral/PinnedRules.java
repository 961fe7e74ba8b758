package uk.kinbridge.referral.referral;

import uk.kinbridge.protocols.pack.PathwayId;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.protocol.Protocols;

/** Finds the rules that a referral has pinned, whatever has been published since. */
public class PinnedRules {

    private final Protocols protocols;
    private final BankHolidays bankHolidays;

    public PinnedRules(Protocols protocols, BankHolidays bankHolidays) {
        this.protocols = protocols;
        this.bankHolidays = bankHolidays;
    }

    /** @throws IllegalStateException when the pinned version cannot be found any more, which must not happen */
    public Rules of(Referral referral) {
        var pinned = referral.protocol();
        var pack = protocols
                .pinned(pinned.pack(), pinned.version(), pinned.hash())
                .orElseThrow(() -> new IllegalStateException("the pinned protocol is gone: " + pinned));
        var pathway = pack.pathway(new PathwayId(referral.pathway()))
                .orElseThrow(() -> new IllegalStateException(pinned + " has no pathway " + referral.pathway()));
        return new Rules(pack, pathway, bankHolidays);
    }
}
