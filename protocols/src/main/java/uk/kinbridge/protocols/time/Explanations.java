package uk.kinbridge.protocols.time;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.time.Within.CalendarDays;
import uk.kinbridge.protocols.time.Within.CalendarMonths;
import uk.kinbridge.protocols.time.Within.Elapsed;
import uk.kinbridge.protocols.time.Within.SameWorkingDay;
import uk.kinbridge.protocols.time.Within.WorkingDays;
import uk.kinbridge.protocols.time.Within.WorkingHours;

/** Says in words how a deadline was computed. */
final class Explanations {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'at' HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private Explanations() {}

    static String of(Deadline deadline) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Due %s: %s from %s.".formatted(moment(deadline.due()), deadline.within(), moment(deadline.start())));
        sentences.add(rule(deadline.within()));
        if (!(deadline.within() instanceof Elapsed)) {
            lateStart(deadline, sentences);
            holidays(deadline, sentences);
            sentences.add("Open %s; bank holidays of %s, list of %s."
                    .formatted(
                            deadline.calendar().hours(),
                            deadline.calendar().jurisdiction().spoken(),
                            deadline.calendarVersion()));
        }
        clockChange(deadline, sentences);
        unpublished(deadline, sentences);
        return String.join(" ", sentences);
    }

    private static String rule(Within within) {
        return switch (within) {
            case Elapsed _ -> "Elapsed time runs day and night, weekends and bank holidays included.";
            case WorkingHours _ -> "Only time while the agency is open counts.";
            case WorkingDays _ ->
                "Working days are counted from the day after the start; the last one ends at closing time.";
            case SameWorkingDay _ -> "It has to be done before closing time of the same working day.";
            case CalendarDays _, CalendarMonths _ ->
                "It has to be done before closing time of that date, or of the last working day before it.";
        };
    }

    private static void lateStart(Deadline deadline, List<String> sentences) {
        if (deadline.within() instanceof CalendarDays || deadline.within() instanceof CalendarMonths) {
            return;
        }
        LocalDate startDate = WorkingCalendar.local(deadline.start()).toLocalDate();
        LocalDate counted = deadline.calendar().dayOf(deadline.start());
        if (!counted.equals(startDate)) {
            sentences.add("The start found the agency closed, so it counts as the next opening, %s."
                    .formatted(moment(deadline.calendar().opening(counted))));
        }
    }

    private static void holidays(Deadline deadline, List<String> sentences) {
        LocalDate first = WorkingCalendar.local(deadline.start()).toLocalDate();
        LocalDate last = WorkingCalendar.local(deadline.due()).toLocalDate();
        WorkingCalendar calendar = deadline.calendar();
        if (calendar.hours().onBankHolidays() || last.isBefore(first)) {
            return;
        }
        String left = first.datesUntil(last.plusDays(1))
                .filter(date -> calendar.hours().isOpenOn(date.getDayOfWeek()))
                .map(date -> named(date, calendar))
                .filter(text -> !text.isEmpty())
                .collect(joining("; "));
        if (!left.isEmpty()) {
            sentences.add("Not working days: %s.".formatted(left));
        }
    }

    private static String named(LocalDate date, WorkingCalendar calendar) {
        @Nullable String holiday = calendar.bankHolidays().on(date, calendar.jurisdiction());
        return holiday == null ? "" : "%s, %s".formatted(DAY.format(date), holiday);
    }

    private static void clockChange(Deadline deadline, List<String> sentences) {
        var before = deadline.start().atZone(WorkingCalendar.LONDON).getOffset();
        var after = deadline.due().atZone(WorkingCalendar.LONDON).getOffset();
        if (!before.equals(after)) {
            sentences.add(
                    after.getTotalSeconds() > before.getTotalSeconds()
                            ? "The clocks go forward one hour in between."
                            : "The clocks go back one hour in between.");
        }
    }

    private static void unpublished(Deadline deadline, List<String> sentences) {
        int year = WorkingCalendar.local(deadline.due()).getYear();
        int published = deadline.calendar().bankHolidays().lastYear();
        if (!(deadline.within() instanceof Elapsed) && year > published) {
            sentences.add(
                    "Bank holidays after %d have not been published yet: the usual ones are expected, and the date is computed again when they are."
                            .formatted(published));
        }
    }

    private static String moment(Instant moment) {
        return MOMENT.format(ZonedDateTime.ofInstant(moment, WorkingCalendar.LONDON));
    }
}
