package uk.kinbridge.referral.concern;

import java.util.function.Supplier;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** The working time in which pictures are answered: of the protocol that raised them, with the newest bank holidays. */
public class AnsweringTime {

    private final Protocols protocols;
    private final Supplier<BankHolidays> holidays;

    public AnsweringTime(Protocols protocols, Supplier<BankHolidays> holidays) {
        this.protocols = protocols;
        this.holidays = holidays;
    }

    /** @throws IllegalStateException when the protocol's version is not known (yet): whoever asks tries again */
    WorkingCalendar of(Picture picture, String agency) {
        var pinned = picture.protocol();
        return protocols
                .pinned(pinned.id().value(), pinned.version(), pinned.hash())
                .map(pack -> pack.calendarOf(new AgencyId(agency), holidays.get()))
                .orElseThrow(() -> new IllegalStateException("the protocol of a picture is not known: " + pinned));
    }
}
