package uk.kinbridge.directory.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Jurisdiction;

class GovUkHolidaysTest {

    @Test
    void the_file_that_is_published_says_what_is_shipped_but_for_a_day_that_came_later() throws IOException {
        String folder = System.getenv("KINBRIDGE_REFERENCE");
        assumeTrue(folder != null, "GOV.UK's file is not copied into this repository; KINBRIDGE_REFERENCE names none");
        Path file = Path.of(String.valueOf(folder), "uk-bank-holidays", "bank-holidays.json");
        GovUkHolidays given = new JsonMapper().readValue(Files.readString(file), GovUkHolidays.class);

        assertThat(given.faults(2028)).isEmpty();
        String text = CalendarText.of("2026-11-23", given.dates());
        assertThat(CalendarChange.between(BankHolidays.shipped(), BankHolidays.read("given", text)))
                .extracting(CalendarChange::date)
                .containsExactly(LocalDate.of(2026, 6, 15));
    }

    @Test
    void the_list_of_a_release_is_given_on_as_it_is() {
        BankHolidays shipped = BankHolidays.shipped();
        BankHolidays read = BankHolidays.read("given", CalendarText.of(shipped));
        assertThat(read.version()).isEqualTo(shipped.version());
        for (Jurisdiction jurisdiction : Jurisdiction.values()) {
            assertThat(read.datesOf(jurisdiction)).isEqualTo(shipped.datesOf(jurisdiction));
        }
    }

    @Test
    void a_title_cannot_break_the_text() {
        Map<Jurisdiction, Map<LocalDate, String>> dates = new TreeMap<>();
        for (Jurisdiction jurisdiction : Jurisdiction.values()) {
            dates.put(jurisdiction, Map.of(LocalDate.of(2026, 1, 1), "a \"day\": off \\ # no"));
        }
        assertThat(BankHolidays.read("given", CalendarText.of("2026-01-01", dates))
                        .on(LocalDate.of(2026, 1, 1), Jurisdiction.SCOTLAND))
                .isEqualTo("a \"day\": off \\ # no");
    }

    @Test
    void the_next_version_always_sorts_after_the_one_before() {
        CalendarVersion shipped = CalendarVersion.shipped();
        assertThat(shipped.next(LocalDate.of(2026, 11, 23))).isEqualTo("2026-11-23");
        assertThat(shipped.next(LocalDate.of(2026, 8, 21))).isEqualTo("2026-08-21.2");
        CalendarVersion second = version("2026-08-21.2");
        assertThat(second.next(LocalDate.of(2026, 8, 1))).isEqualTo("2026-08-21.3");
        assertThat(CalendarVersion.ORDER.compare(version("2026-08-21.10"), second))
                .isPositive();
        assertThat(CalendarVersion.ORDER.compare(shipped, second)).isNegative();
    }

    private static CalendarVersion version(String name) {
        String text = CalendarText.of(name, Map.of());
        return new CalendarVersion(
                BankHolidays.read(
                        name,
                        CalendarText.of(BankHolidays.shipped())
                                .replaceFirst("version: .*", "version: \"" + name + "\"")),
                text,
                Instant.EPOCH,
                "test");
    }
}
