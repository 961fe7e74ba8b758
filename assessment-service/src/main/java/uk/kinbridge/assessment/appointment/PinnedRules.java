package uk.kinbridge.assessment.appointment;

import java.util.function.Supplier;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.BankHolidays;

/** Finds the rules that a record has pinned; only bank holidays are not pinned, the newest list counts for everybody. */
public class PinnedRules {

    private final Protocols protocols;
    private final Supplier<BankHolidays> bankHolidays;

    public PinnedRules(Protocols protocols, Supplier<BankHolidays> bankHolidays) {
        this.protocols = protocols;
        this.bankHolidays = bankHolidays;
    }

    /** @throws IllegalStateException when the pinned version is not known (yet): whoever asks tries again */
    public Rules of(Pinned pinned) {
        return new Rules(
                protocols
                        .pinned(pinned.pack(), pinned.version(), pinned.hash())
                        .orElseThrow(() -> new IllegalStateException("the pinned protocol is not known: " + pinned)),
                bankHolidays.get());
    }
}
