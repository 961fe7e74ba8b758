package uk.kinbridge.directory.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Jurisdiction;

/**
 * One day on which a list differs from the one that it replaces.
 *
 * @param change added, removed or renamed
 */
record CalendarChange(String jurisdiction, LocalDate date, String change, String title) {

    /** Also in years for which the earlier list only expected what comes every year: deadlines were computed with it. */
    static List<CalendarChange> between(BankHolidays before, BankHolidays after) {
        List<CalendarChange> changes = new ArrayList<>();
        int lastYear = Math.max(before.lastYear(), after.lastYear());
        for (Jurisdiction jurisdiction : Jurisdiction.values()) {
            var old = before.datesOf(jurisdiction);
            var now = after.datesOf(jurisdiction);
            var days = new TreeSet<>(old.keySet());
            days.addAll(now.keySet());
            days.stream()
                    .filter(day -> day.getYear() <= lastYear)
                    .flatMap(day -> on(jurisdiction, day, old, now).stream())
                    .forEach(changes::add);
        }
        return changes;
    }

    private static List<CalendarChange> on(
            Jurisdiction jurisdiction, LocalDate day, Map<LocalDate, String> old, Map<LocalDate, String> now) {
        String before = old.getOrDefault(day, "");
        String after = now.getOrDefault(day, "");
        if (before.equals(after)) {
            return List.of();
        }
        String change = before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "renamed";
        return List.of(new CalendarChange(jurisdiction.word(), day, change, after.isEmpty() ? before : after));
    }
}
