package uk.kinbridge.protocols.published.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.SettableTime;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.PublishedCalendars;
import uk.kinbridge.protocols.reading.UnreadableException;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Jurisdiction;

/** The last good list of bank holidays outlives the directory's absence and a restart. */
@OnEachDatabase
class CalendarCopiesTest {

    private static final LocalDate NEW = LocalDate.of(2026, 11, 26);

    private final MongoTemplate mongo;

    CalendarCopiesTest(TestDatabase database) {
        mongo = new MongoTemplate(database.client(), database.name());
    }

    @BeforeEach
    void empty() {
        mongo.remove(new Query(), MongoCalendarCopies.COLLECTION);
    }

    private Calendars started() {
        return new PublishedCalendars(
                BankHolidays.shipped(),
                new MongoCalendarCopies(mongo, new SettableTime(Instant.parse("2026-12-01T09:00:00Z"))));
    }

    @Test
    void the_shipped_list_answers_until_another_is_published() {
        assertThat(started().newest()).isSameAs(BankHolidays.shipped());
        assertThat(started().knows(BankHolidays.shipped().version())).isTrue();
    }

    @Test
    void a_published_list_is_the_newest_also_after_a_restart() {
        var yaml = shippedAnd(NEW);
        assertThat(started().learn("2026-12-01", yaml)).isTrue();
        assertThat(started().learn("2026-12-01", yaml)).isTrue();

        assertThat(started().newest().version()).isEqualTo("2026-12-01");
        assertThat(started().newest().on(NEW, Jurisdiction.ENGLAND_AND_WALES)).isEqualTo("Day of thanks");
        assertThat(mongo.count(new Query(), MongoCalendarCopies.COLLECTION)).isEqualTo(1);
    }

    @Test
    void a_text_that_is_another_list_or_none_is_not_kept() {
        var yaml = shippedAnd(NEW);

        assertThat(started().learn("2026-12-02", yaml)).isFalse();
        assertThatThrownBy(() -> started().learn("2026-12-02", "nonsense: [")).isInstanceOf(UnreadableException.class);
        assertThat(started().newest()).isSameAs(BankHolidays.shipped());
    }

    /** The shipped list with one more bank holiday in England and Wales, published on the first of December 2026. */
    private static String shippedAnd(LocalDate date) {
        try (var file =
                Objects.requireNonNull(BankHolidays.class.getResourceAsStream("/calendar/bank-holidays.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("version: " + BankHolidays.shipped().version(), "version: 2026-12-01")
                    .replaceFirst(
                            "  england-and-wales:\n", "  england-and-wales:\n    " + date + ": \"Day of thanks\"\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
