package uk.kinbridge.directory.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.protocols.time.Jurisdiction;

/** Bank holidays in the form in which GOV.UK publishes them (bank-holidays.json). */
record GovUkHolidays(
        @JsonProperty("england-and-wales") @NotNull @Valid Division englandAndWales,
        @JsonProperty("scotland") @NotNull @Valid Division scotland,
        @JsonProperty("northern-ireland") @NotNull @Valid Division northernIreland) {

    /** A year with fewer is a file that was cut off. */
    private static final int FEWEST_A_YEAR = 6;

    record Division(@Nullable String division, @NotEmpty List<@Valid Event> events) {}

    record Event(
            @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*", message = "must be one line of text")
            String title,

            @NotNull LocalDate date,

            @Nullable @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*", message = "must be one line of text")
            String notes,

            @Nullable Boolean bunting) {

        String words() {
            String name = title.strip().replace('\u2019', '\'');
            return notes == null || notes.isBlank()
                    ? name
                    : "%s (%s)".formatted(name, notes.strip().toLowerCase(Locale.UK));
        }
    }

    Map<Jurisdiction, Map<LocalDate, String>> dates() {
        Map<Jurisdiction, Map<LocalDate, String>> dates = new TreeMap<>();
        divisions().forEach((jurisdiction, division) -> {
            Map<LocalDate, String> holidays = new TreeMap<>();
            division.events().forEach(event -> holidays.put(event.date(), event.words()));
            dates.put(jurisdiction, holidays);
        });
        return dates;
    }

    int firstYear() {
        return years().min().orElseThrow();
    }

    int lastYear() {
        return years().max().orElseThrow();
    }

    private java.util.stream.IntStream years() {
        return dates().values().stream()
                .flatMap(holidays -> holidays.keySet().stream())
                .mapToInt(LocalDate::getYear);
    }

    private Map<Jurisdiction, Division> divisions() {
        return new TreeMap<>(Map.of(
                Jurisdiction.ENGLAND_AND_WALES, englandAndWales,
                Jurisdiction.SCOTLAND, scotland,
                Jurisdiction.NORTHERN_IRELAND, northernIreland));
    }

    /** What stands against using it in place of a list that goes as far as that year. */
    List<FieldError> faults(int lastYearInUse) {
        List<FieldError> faults = new ArrayList<>();
        if (lastYear() < lastYearInUse) {
            faults.add(new FieldError(
                    "body", "ends with %d, but the list in use goes on to %d".formatted(lastYear(), lastYearInUse)));
        }
        divisions().forEach((jurisdiction, division) -> faults.addAll(gaps(jurisdiction, division)));
        return faults;
    }

    private List<FieldError> gaps(Jurisdiction jurisdiction, Division division) {
        List<FieldError> faults = new ArrayList<>();
        String field = jurisdiction.word() + ".events";
        List<LocalDate> days = division.events().stream().map(Event::date).toList();
        if (days.stream().distinct().count() < days.size()) {
            faults.add(new FieldError(field, "names a day twice"));
        }
        for (int year = firstYear(); year <= lastYear() && year - firstYear() < 100; year++) {
            int wanted = year;
            long there = days.stream().filter(day -> day.getYear() == wanted).count();
            if (there < FEWEST_A_YEAR) {
                faults.add(new FieldError(
                        field, "has only %d bank holidays in %d; is the file whole?".formatted(there, year)));
            }
        }
        return faults;
    }
}
