package uk.kinbridge.escalation.disagreement;

import java.util.function.Supplier;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.BankHolidays;

/** Finds the rules that a disagreement has pinned, whatever has been published since. */
public class PinnedRules {

    private final Protocols protocols;
    private final Supplier<BankHolidays> bankHolidays;

    public PinnedRules(Protocols protocols, Supplier<BankHolidays> bankHolidays) {
        this.protocols = protocols;
        this.bankHolidays = bankHolidays;
    }

    /** @throws IllegalStateException when the pinned version cannot be found any more, which must not happen */
    public Rules of(Disagreement disagreement) {
        var pinned = disagreement.protocol();
        return protocols
                .pinned(pinned.pack(), pinned.version(), pinned.hash())
                .flatMap(pack -> Rules.of(pack, bankHolidays.get()))
                .orElseThrow(() -> new IllegalStateException("the pinned ladder is gone: " + pinned));
    }
}
