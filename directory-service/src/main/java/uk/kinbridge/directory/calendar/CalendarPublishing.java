package uk.kinbridge.directory.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.kinbridge.directory.refresh.Refresher;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Publishes a new list of bank holidays, and keeps up with what any instance has published. */
@Configuration(proxyBeanMethods = false)
class CalendarPublishing {

    private static final Logger log = LoggerFactory.getLogger(CalendarPublishing.class);

    private final Calendars calendars;
    private final CalendarStore store;
    private final InstantSource time;

    CalendarPublishing(Calendars calendars, CalendarStore store, InstantSource time) {
        this.calendars = calendars;
        this.store = store;
        this.time = time;
    }

    @Bean
    Refresher calendarRefresher(@Value("${kinbridge.directory.refresh-interval:5s}") Duration interval) {
        return new Refresher("calendars", interval, this::refresh);
    }

    void refresh() {
        calendars.learn(store.all());
    }

    /** How it ended. */
    sealed interface Outcome {

        /** Nothing was saved: only looked at, or it says what the list in use says. */
        record Looked(List<CalendarChange> changes) implements Outcome {}

        record Published(CalendarVersion list, List<CalendarChange> changes) implements Outcome {}

        record Faulty(List<FieldError> faults) implements Outcome {}
    }

    Outcome publish(GovUkHolidays given, boolean dryRun, String by) {
        while (true) {
            CalendarVersion before = calendars.newest();
            List<FieldError> faults = given.faults(before.holidays().lastYear());
            if (!faults.isEmpty()) {
                return new Outcome.Faulty(faults);
            }
            CalendarVersion list = after(before, given, by);
            var changes = CalendarChange.between(before.holidays(), list.holidays());
            boolean same = changes.isEmpty()
                    && before.holidays().lastYear() == list.holidays().lastYear();
            if (dryRun || same) {
                return new Outcome.Looked(changes);
            }
            if (store.publish(list, changes)) {
                log.info("bank holidays {} published, {} changes", list.version(), changes.size());
                calendars.learn(List.of(list));
                return new Outcome.Published(list, changes);
            }
            // Another instance was faster: what it published is what this one is compared with.
            refresh();
        }
    }

    /** The years before the first one that is given stay as they were. */
    private CalendarVersion after(CalendarVersion before, GovUkHolidays given, String by) {
        Instant now = time.instant();
        Map<Jurisdiction, Map<LocalDate, String>> dates = given.dates();
        dates.forEach((jurisdiction, holidays) -> {
            Map<LocalDate, String> earlier = new TreeMap<>(before.holidays().datesOf(jurisdiction));
            earlier.keySet().removeIf(day -> day.getYear() >= given.firstYear());
            holidays.putAll(earlier);
        });
        String version = before.next(LocalDate.ofInstant(now, WorkingCalendar.LONDON));
        String text = CalendarText.of(version, dates);
        return new CalendarVersion(BankHolidays.read(version, text), text, now, by);
    }
}
