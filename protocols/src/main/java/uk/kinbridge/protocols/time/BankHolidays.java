package uk.kinbridge.protocols.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.StrictYaml;

/**
 * One dated list of the bank holidays of the United Kingdom. A new list has a new version. For the years after its last
 * one the holidays that come every year are expected.
 */
public final class BankHolidays {

    private static final int YEARS_AHEAD = 20;

    private final String version;
    private final int lastYear;
    private final Map<Jurisdiction, Map<LocalDate, String>> named = new EnumMap<>(Jurisdiction.class);
    private final Map<Jurisdiction, Set<Long>> epochDays = new EnumMap<>(Jurisdiction.class);

    private BankHolidays(Written written) {
        this.version = written.version();
        this.lastYear = written.lastYear();
        for (Jurisdiction jurisdiction : Jurisdiction.values()) {
            Map<LocalDate, String> dates = new TreeMap<>(written.jurisdictions().getOrDefault(jurisdiction, Map.of()));
            for (int year = lastYear + 1; year <= lastYear + YEARS_AHEAD; year++) {
                dates.putAll(RegularHolidays.of(jurisdiction, year));
            }
            named.put(jurisdiction, Collections.unmodifiableMap(dates));
            Set<Long> days = new HashSet<>();
            dates.keySet().forEach(date -> days.add(date.toEpochDay()));
            epochDays.put(jurisdiction, days);
        }
    }

    /** The list that this release was built with. */
    public static BankHolidays shipped() {
        return Shipped.LIST;
    }

    public static BankHolidays read(String file, String yaml) {
        return new BankHolidays(StrictYaml.read(file, yaml, Written.class).value());
    }

    public String version() {
        return version;
    }

    /** After this year nothing has been published: holidays are announced, not computed. */
    public int lastYear() {
        return lastYear;
    }

    public @Nullable String on(LocalDate date, Jurisdiction jurisdiction) {
        return datesOf(jurisdiction).get(date);
    }

    public Map<LocalDate, String> datesOf(Jurisdiction jurisdiction) {
        return named.getOrDefault(jurisdiction, Map.of());
    }

    boolean isHoliday(long epochDay, Jurisdiction jurisdiction) {
        return epochDays.getOrDefault(jurisdiction, Set.of()).contains(epochDay);
    }

    /** The file's form. */
    record Written(
            String version,
            String source,
            int firstYear,
            int lastYear,
            Map<Jurisdiction, Map<LocalDate, String>> jurisdictions) {}

    private static final class Shipped {

        private static final String FILE = "calendar/bank-holidays.yaml";
        private static final BankHolidays LIST = load();

        private static BankHolidays load() {
            try (InputStream file = BankHolidays.class.getResourceAsStream("/" + FILE)) {
                if (file == null) {
                    throw new IllegalStateException(FILE + " is missing from the build");
                }
                return read(FILE, new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
