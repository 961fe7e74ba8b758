package uk.kinbridge.protocols.published;

import java.util.function.Supplier;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.PackReference;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** The working time of agencies under the version of a protocol that a record has pinned, with the newest bank holidays. */
public final class PinnedCalendars {

    private final Protocols protocols;
    private final Supplier<BankHolidays> newest;

    public PinnedCalendars(Protocols protocols, Supplier<BankHolidays> newest) {
        this.protocols = protocols;
        this.newest = newest;
    }

    /** @throws IllegalStateException when the version is not known (yet): whoever asks tries again */
    public WorkingCalendar of(PackReference pinned, String agency) {
        return protocols
                .pinned(pinned.id().value(), pinned.version(), pinned.hash())
                .map(pack -> pack.calendarOf(new AgencyId(agency), newest.get()))
                .orElseThrow(() -> new IllegalStateException("the pinned protocol is not known: " + pinned));
    }
}
