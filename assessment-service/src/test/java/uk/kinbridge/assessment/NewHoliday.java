package uk.kinbridge.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.time.BankHolidays;

/** A bank holiday that is published while clocks run, and what all that follow it have in common. */
public final class NewHoliday {

    public static final String VERSION = "2026-12-01";

    private NewHoliday() {}

    /** The shipped list with one more day in England and Wales. */
    public static BankHolidays on(String date) {
        return BankHolidays.read("test", published(date));
    }

    /** The same as the directory publishes it. */
    static String published(String date) {
        try (var shipped =
                Objects.requireNonNull(BankHolidays.class.getResourceAsStream("/calendar/bank-holidays.yaml"))) {
            return new String(shipped.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("version: " + BankHolidays.shipped().version(), "version: " + VERSION)
                    .replaceFirst(
                            "  england-and-wales:\n", "  england-and-wales:\n    " + date + ": \"Day of thanks\"\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The clock keeps both times, both lists and the reason. */
    public static void hasMoved(Clock before, Clock after, String due) {
        assertThat(after.kind()).isEqualTo(before.kind());
        assertThat(after.startedAt()).isEqualTo(before.startedAt());
        assertThat(after.dueAt()).isEqualTo(due).isNotEqualTo(before.dueAt());
        assertThat(after.calendar()).isEqualTo(VERSION);
        assertThat(after.variations()).singleElement().satisfies(move -> {
            assertThat(move.dueBefore()).isEqualTo(before.dueAt());
            assertThat(move.calendarBefore()).isEqualTo(before.calendar());
            assertThat(move.calendarAfter()).isEqualTo(VERSION);
            assertThat(move.person()).isNull();
        });
    }

    /** Those that are behind are found, brought up to the newest list, and not found again. */
    public static <R> void movesOnce(FollowsCalendars<R> following, Instant now, String... ids) {
        var behind = following.behind(VERSION, null, 100);
        assertThat(behind.stream().map(read -> following.placeOf(read).id())).contains(ids);
        assertThat(following.behind(BankHolidays.shipped().version(), null, 100))
                .isEmpty();

        behind.forEach(read -> assertThat(following.bring(read, now)).isPresent());
        assertThat(following.behind(VERSION, null, 100)).isEmpty();
        behind.forEach(read -> assertThat(following.bring(read, now))
                .as("somebody else was first")
                .isEmpty());
    }

    /** The clock of that kind. */
    public static Clock clock(List<Clock> clocks, String kind) {
        return clocks.stream().filter(c -> c.kind().equals(kind)).findFirst().orElseThrow();
    }
}
