package uk.kinbridge.protocols.time;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BankHolidaysTest {

    private static final BankHolidays SHIPPED = BankHolidays.shipped();

    private static final Map<Jurisdiction, String> SUBDIVISIONS = Map.of(
            Jurisdiction.ENGLAND_AND_WALES, "eng", Jurisdiction.SCOTLAND, "sct", Jurisdiction.NORTHERN_IRELAND, "nir");

    @Test
    void hold_the_late_scottish_holiday_of_2026() {
        LocalDate worldCup = LocalDate.of(2026, 6, 15);

        assertThat(SHIPPED.on(worldCup, Jurisdiction.SCOTLAND)).isEqualTo("World Cup bank holiday");
        assertThat(SHIPPED.on(worldCup, Jurisdiction.ENGLAND_AND_WALES)).isNull();
    }

    @Test
    void name_their_version_and_their_last_published_year() {
        assertThat(SHIPPED.version()).isEqualTo("2026-08-21");
        assertThat(SHIPPED.lastYear()).isEqualTo(2028);
    }

    /** The expected holidays follow the rule that the published ones follow, but for those that were announced. */
    @ParameterizedTest
    @EnumSource
    void follow_the_usual_rule_but_for_what_was_announced(Jurisdiction jurisdiction) {
        Set<LocalDate> published = SHIPPED.datesOf(jurisdiction).keySet().stream()
                .filter(date -> date.getYear() >= 2012 && date.getYear() <= SHIPPED.lastYear())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<LocalDate> expected = IntStream.rangeClosed(2012, SHIPPED.lastYear())
                .boxed()
                .flatMap(year -> RegularHolidays.of(jurisdiction, year).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(differences(published, expected))
                .allMatch(date -> ANNOUNCED.containsKey(date), "was announced in its year");
    }

    @ParameterizedTest
    @EnumSource
    void agree_with_another_library_until_2035(Jurisdiction jurisdiction) {
        HolidayManager library = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
        for (int year = 2020; year <= 2035; year++) {
            Set<LocalDate> theirs =
                    library.getHolidays(Year.of(year), SUBDIVISIONS.getOrDefault(jurisdiction, "")).stream()
                            .map(Holiday::getDate)
                            .filter(BankHolidaysTest::isWeekday)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(differences(ofYear(jurisdiction, year), theirs))
                    .as("%s %d", jurisdiction, year)
                    .allMatch(date -> ANNOUNCED.containsKey(date), "was announced in its year");
        }
    }

    /** Moved or added once, by proclamation; a computed calendar cannot know them. */
    private static final Map<LocalDate, String> ANNOUNCED = Map.ofEntries(
            Map.entry(LocalDate.of(2012, 5, 28), "spring bank holiday, moved"),
            Map.entry(LocalDate.of(2012, 6, 4), "spring bank holiday, moved to the Jubilee"),
            Map.entry(LocalDate.of(2012, 6, 5), "Diamond Jubilee"),
            Map.entry(LocalDate.of(2020, 5, 4), "early May bank holiday, moved"),
            Map.entry(LocalDate.of(2020, 5, 8), "early May bank holiday, moved to VE day"),
            Map.entry(LocalDate.of(2022, 5, 30), "spring bank holiday, moved"),
            Map.entry(LocalDate.of(2022, 6, 2), "spring bank holiday, moved to the Jubilee"),
            Map.entry(LocalDate.of(2022, 6, 3), "Platinum Jubilee"),
            Map.entry(LocalDate.of(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
            Map.entry(LocalDate.of(2023, 5, 8), "Coronation of King Charles III"),
            Map.entry(LocalDate.of(2026, 6, 15), "World Cup, Scotland"));

    private static Set<LocalDate> ofYear(Jurisdiction jurisdiction, int year) {
        return SHIPPED.datesOf(jurisdiction).keySet().stream()
                .filter(date -> date.getYear() == year && isWeekday(date))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Set<LocalDate> differences(Set<LocalDate> ours, Set<LocalDate> theirs) {
        Set<LocalDate> differences = new TreeSet<>(ours);
        differences.removeAll(theirs);
        Set<LocalDate> others = new TreeSet<>(theirs);
        others.removeAll(ours);
        differences.addAll(others);
        return differences;
    }
}
