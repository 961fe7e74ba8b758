package uk.kinbridge.acceptance.journey;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** Nobody is at work at night, and what is not immediate waits for somebody who is: so a mail about it waits too. */
public final class OfficeHours {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime BEGUN = LocalTime.of(9, 30);
    private static final LocalTime NEARLY_OVER = LocalTime.of(16, 0);

    private OfficeHours() {}

    /**
     * Moves the suite's time to the next morning of work, where it is none now.
     *
     * @return that morning; empty where the time was not moved
     */
    public static Optional<Instant> await(RunningSuite suite, Hackney hackney) {
        var family = hackney.registerFamily(hackney.socialWorker());
        if (family.status() != 201) {
            throw new NotAsTheProtocolWants("registering a family was answered " + family.status());
        }
        var now = Instant.parse(family.text("/registeredAt")).atZone(LONDON);
        var clock = now.toLocalTime();
        if (isWorked(now.toLocalDate()) && !clock.isBefore(BEGUN) && clock.isBefore(NEARLY_OVER)) {
            return Optional.empty();
        }
        var day = clock.isBefore(BEGUN) ? now.toLocalDate() : now.toLocalDate().plusDays(1);
        while (!isWorked(day)) {
            day = day.plusDays(1);
        }
        var morning = day.atTime(10, 0).atZone(LONDON);
        suite.advance(Duration.between(now, morning).toMinutes() + 1 + "m");
        return Optional.of(morning.toInstant());
    }

    private static boolean isWorked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
