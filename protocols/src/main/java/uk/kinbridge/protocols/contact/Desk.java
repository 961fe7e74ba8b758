package uk.kinbridge.protocols.contact;

import java.time.Instant;
import java.time.LocalDate;
import uk.kinbridge.protocols.pack.Contact;
import uk.kinbridge.protocols.pack.Contact.Cover;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.OpeningHours;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** A contact of one pack together with its working week. */
public record Desk(Contact contact, Pack pack, WorkingCalendar calendar) {

    static Desk of(Contact contact, Pack pack, BankHolidays bankHolidays) {
        OpeningHours hours = contact.hours() == null ? pack.hours() : contact.hours();
        return new Desk(
                contact,
                pack,
                new WorkingCalendar(hours == null ? OpeningHours.OFFICE : hours, pack.jurisdiction(), bankHolidays));
    }

    public boolean has(Cover cover) {
        return contact.cover() == cover;
    }

    boolean isOpenInTheDaytimeAt(Instant moment) {
        return calendar.isOpenAt(moment);
    }

    /** When it next opens or closes. */
    public Instant nextChangeAfter(Instant moment) {
        if (calendar.isOpenAt(moment)) {
            return calendar.closing(LocalDate.ofInstant(moment, WorkingCalendar.LONDON));
        }
        Instant opening = calendar.opening(calendar.dayOf(moment));
        return opening.isAfter(moment) ? opening : calendar.opening(calendar.workingDayAfter(calendar.dayOf(moment)));
    }

    /** When it answers in the daytime, in words. */
    public String hours() {
        return calendar.hours() + (calendar.hours().onBankHolidays() ? "" : ", not on bank holidays");
    }
}
