package uk.kinbridge.protocols.published;

import java.util.List;
import uk.kinbridge.protocols.time.BankHolidays;

/** Copies of the lists of bank holidays that the directory has published; they outlive its absence and our restart. */
public interface CalendarCopies {

    /** Every list that has been kept. */
    List<BankHolidays> all();

    /** Keeps a list as it was published; keeping it again changes nothing. */
    void keep(BankHolidays calendar, String yaml);
}
