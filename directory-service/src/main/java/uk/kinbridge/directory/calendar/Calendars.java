package uk.kinbridge.directory.calendar;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import uk.kinbridge.protocols.time.BankHolidays;

/** Every published list of bank holidays, in memory: it answers while the database is down. */
@Component
public class Calendars {

    private final AtomicReference<List<CalendarVersion>> lists =
            new AtomicReference<>(List.of(CalendarVersion.shipped()));

    /** Takes in what has been published; what is known already stays, since a list never changes. */
    void learn(Collection<CalendarVersion> published) {
        lists.updateAndGet(known -> {
            Map<String, CalendarVersion> all = new TreeMap<>();
            published.forEach(list -> all.put(list.version(), list));
            known.forEach(list -> all.put(list.version(), list));
            return all.values().stream().sorted(CalendarVersion.ORDER).toList();
        });
    }

    /** The list that working time is computed with now. */
    public BankHolidays current() {
        return newest().holidays();
    }

    CalendarVersion newest() {
        return lists.get().getLast();
    }

    /** Oldest first. */
    List<CalendarVersion> all() {
        return lists.get();
    }

    Optional<CalendarVersion> find(String version) {
        return all().stream().filter(list -> list.version().equals(version)).findFirst();
    }
}
