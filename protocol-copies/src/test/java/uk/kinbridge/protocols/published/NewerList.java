package uk.kinbridge.protocols.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import uk.kinbridge.protocols.time.BankHolidays;

/** Lists of bank holidays that were published after the shipped one. */
public final class NewerList {

    private NewerList() {}

    /** The shipped list with one more bank holiday in England and Wales. */
    public static BankHolidays with(String date, String version) {
        return BankHolidays.read("test", yaml(date, version));
    }

    private static String yaml(String date, String version) {
        try (var file =
                Objects.requireNonNull(BankHolidays.class.getResourceAsStream("/calendar/bank-holidays.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("version: " + BankHolidays.shipped().version(), "version: " + version)
                    .replaceFirst(
                            "  england-and-wales:\n", "  england-and-wales:\n    " + date + ": \"Day of thanks\"\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
