package uk.kinbridge.protocols.published.mongo;

import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.time.BankHolidays;

/** One list of bank holidays, which is the newest. */
record OneList(BankHolidays newest) implements Calendars {

    @Override
    public boolean knows(String version) {
        return version.equals(newest.version());
    }

    @Override
    public boolean learn(String version, String yaml) {
        throw new UnsupportedOperationException();
    }
}
