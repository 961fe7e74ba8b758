package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.FormReference;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.BankHolidays;

/** Finds the rules that an assessment has pinned, whatever has been published since. */
public class PinnedRules {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Protocols protocols;
    private final Supplier<BankHolidays> bankHolidays;

    public PinnedRules(Protocols protocols, Supplier<BankHolidays> bankHolidays) {
        this.protocols = protocols;
        this.bankHolidays = bankHolidays;
    }

    /** @throws IllegalStateException when the pinned version cannot be found any more, which must not happen */
    public Rules of(Assessment assessment) {
        var pinned = assessment.protocol();
        return protocols
                .pinned(pinned.pack(), pinned.version(), pinned.hash())
                .flatMap(pack -> pack.form(FormReference.parse(pinned.form()))
                        .map(form -> new Rules(pack, form, bankHolidays.get())))
                .orElseThrow(() -> new IllegalStateException("the pinned form is gone: " + pinned));
    }

    /** What is in force for a kind of assessment on that day; empty where the protocol has no such form. */
    public Optional<Rules> inForce(String pack, Kind kind, Instant now) {
        return pack(pack, now)
                .flatMap(found -> found.form(kind).map(form -> new Rules(found, form, bankHolidays.get())));
    }

    /** The protocol of that name on that day. */
    public Optional<Pack> pack(String pack, Instant now) {
        return protocols.inForce(pack, now.atZone(LONDON).toLocalDate());
    }
}
