package uk.kinbridge.protocols.published;

import uk.kinbridge.protocols.time.BankHolidays;

/** The bank holidays that clocks are computed with. They answer from the last good copy when the directory does not. */
public interface Calendars {

    /** The newest list that is known. Versions are dates, so the greatest is the newest. */
    BankHolidays newest();

    /** Whether that version is known already. */
    boolean knows(String version);

    /**
     * Takes in a list that has been published.
     *
     * @return false when the text is not the version that it is said to be; it is not used then
     */
    boolean learn(String version, String yaml);
}
