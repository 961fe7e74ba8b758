package uk.kinbridge.directory.calendar;

import java.time.LocalDate;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Jurisdiction;

/** Bank holidays in GOV.UK's form, made of those that are shipped. */
final class GovUk {

    private static final int FIRST_YEAR = 2024;

    private GovUk() {}

    static String shippedAnd(String date, String title) {
        return of(day -> day.getYear() <= BankHolidays.shipped().lastYear(), date, title);
    }

    static String until(int lastYear) {
        return of(day -> day.getYear() <= lastYear, null, null);
    }

    private static String of(
            Predicate<LocalDate> wanted,
            @org.jspecify.annotations.Nullable String date,
            @org.jspecify.annotations.Nullable String title) {
        var json = new JsonMapper();
        var root = json.createObjectNode();
        for (Jurisdiction jurisdiction : Jurisdiction.values()) {
            var division = root.putObject(jurisdiction.word()).put("division", jurisdiction.word());
            var events = division.putArray("events");
            BankHolidays.shipped().datesOf(jurisdiction).forEach((day, words) -> {
                if (day.getYear() >= FIRST_YEAR && wanted.test(day)) {
                    events.addObject()
                            .put("title", words)
                            .put("date", day.toString())
                            .put("notes", "")
                            .put("bunting", true);
                }
            });
            if (date != null && jurisdiction == Jurisdiction.ENGLAND_AND_WALES) {
                events.addObject().put("title", title).put("date", date).put("notes", "");
            }
        }
        return root.toString();
    }
}
