package uk.kinbridge.directory.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Jurisdiction;

/** A list of bank holidays as the YAML that every service reads. */
final class CalendarText {

    private static final String SOURCE = "GOV.UK bank holidays, Open Government Licence v3.0";

    private CalendarText() {}

    static String of(BankHolidays holidays) {
        Map<Jurisdiction, Map<LocalDate, String>> published = new TreeMap<>();
        for (Jurisdiction jurisdiction : Jurisdiction.values()) {
            Map<LocalDate, String> dates = new TreeMap<>(holidays.datesOf(jurisdiction));
            dates.keySet().removeIf(date -> date.getYear() > holidays.lastYear());
            published.put(jurisdiction, dates);
        }
        return of(holidays.version(), published);
    }

    /** @param dates all years that have been published, for every jurisdiction */
    static String of(String version, Map<Jurisdiction, Map<LocalDate, String>> dates) {
        var years = dates.values().stream()
                .flatMap(of -> of.keySet().stream())
                .mapToInt(LocalDate::getYear)
                .summaryStatistics();
        var text = new StringBuilder("version: \"%s\"%nsource: \"%s\"%nfirst-year: %d%nlast-year: %d%njurisdictions:%n"
                .formatted(version, SOURCE, years.getMin(), years.getMax()));
        new TreeMap<>(dates).forEach((jurisdiction, holidays) -> {
            text.append("  %s:%n".formatted(jurisdiction.word()));
            new TreeMap<>(holidays)
                    .forEach((date, title) -> text.append("    %s: \"%s\"%n".formatted(date, escaped(title))));
        });
        return text.toString();
    }

    private static String escaped(String title) {
        return title.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
