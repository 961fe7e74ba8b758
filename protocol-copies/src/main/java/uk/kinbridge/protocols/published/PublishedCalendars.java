package uk.kinbridge.protocols.published;

import java.util.Comparator;
import java.util.stream.Stream;
import uk.kinbridge.protocols.time.BankHolidays;

/** The list that this release was built with, and those that the directory has published since. */
public class PublishedCalendars implements Calendars {

    private final BankHolidays shipped;
    private final CalendarCopies copies;

    public PublishedCalendars(BankHolidays shipped, CalendarCopies copies) {
        this.shipped = shipped;
        this.copies = copies;
    }

    @Override
    public BankHolidays newest() {
        return all().max(Comparator.comparing(BankHolidays::version)).orElse(shipped);
    }

    @Override
    public boolean knows(String version) {
        return all().anyMatch(list -> list.version().equals(version));
    }

    @Override
    public boolean learn(String version, String yaml) {
        var list = BankHolidays.read("bank-holidays@" + version, yaml);
        var sound = list.version().equals(version);
        if (sound && !knows(version)) {
            copies.keep(list, yaml);
        }
        return sound;
    }

    private Stream<BankHolidays> all() {
        return Stream.concat(Stream.of(shipped), copies.all().stream());
    }
}
