package uk.kinbridge.protocols.published;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Allowance;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Recomputation;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/**
 * The running clocks of one record, brought up to newly published bank holidays. A clock that moves keeps both times, both
 * lists and the reason; whose record it is writes that into its history and tells people. What has been met or breached
 * is history and stays; what a person has set no list moves; and nobody is made late by a list that came afterwards.
 *
 * @param clocks all clocks of the record
 * @param moved those that have another due time now
 */
public record Brought(List<Clock> clocks, List<Moved> moved) {

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM uuuu 'at' HH:mm", Locale.UK)
            .withZone(WorkingCalendar.LONDON);

    public Brought {
        clocks = List.copyOf(clocks);
        moved = List.copyOf(moved);
    }

    /**
     * A clock that has another due time.
     *
     * @param clock as it is now
     * @param words why and from when to when, for the record's history
     */
    public record Moved(Clock clock, Instant dueBefore, String words) {

        /**
         * For the people who owe it.
         *
         * @param what what comes to its time then: this is due
         */
        public String told(String what) {
            return "Because of newly published bank holidays %s on %s and no longer on %s"
                    .formatted(what, SPOKEN.format(clock.dueAt()), SPOKEN.format(dueBefore));
        }

        /** What the notice that tells of it is for: the same list moves a clock once. */
        public String purpose() {
            return clock.kind() + "-moved-" + clock.calendar();
        }
    }

    /**
     * Done twice, the second time changes nothing.
     *
     * @param calendars the working time of who owes what the clock measures, with the newest bank holidays
     * @return empty when no running clock was computed with an older list
     */
    public static Optional<Brought> of(List<Clock> clocks, Function<Clock, WorkingCalendar> calendars, Instant now) {
        var next = new ArrayList<Clock>();
        var moved = new ArrayList<Moved>();
        for (var clock : clocks) {
            var after = isToCome(clock, now) ? lookedAtAgain(clock, calendars.apply(clock), now) : clock;
            next.add(after);
            if (!after.dueAt().equals(clock.dueAt())) {
                moved.add(new Moved(
                        after, clock.dueAt(), after.variations().getLast().reason()));
            }
        }
        return next.equals(clocks) ? Optional.empty() : Optional.of(new Brought(next, moved));
    }

    /** A breach that no sweeper has looked at yet is a breach too. */
    private static boolean isToCome(Clock clock, Instant now) {
        return clock.followsCalendars() && now.isBefore(clock.dueAt());
    }

    private static Clock lookedAtAgain(Clock clock, WorkingCalendar calendar, Instant now) {
        if (clock.calendar().compareTo(calendar.version()) >= 0) {
            return clock; // an older list that arrives late never replaces a newer one
        }
        var allowance = Objects.requireNonNull(clock.allowance());
        var again = Recomputation.of(
                Within.parse(allowance.time()), clock.startedAt(), clock.dueAt(), clock.calendar(), calendar);
        var due = again.after().due();
        if (clock.isSetByPerson() || (again.moves() && !due.isAfter(now))) {
            return clock.confirmed(calendar.version(), clock.explanation());
        }
        return again.moves()
                ? clock.moved(
                        now,
                        due,
                        warning(allowance, again),
                        calendar.version(),
                        again.after().explanation(),
                        again.words())
                : clock.confirmed(calendar.version(), again.after().explanation());
    }

    private static @Nullable Instant warning(Allowance allowance, Recomputation again) {
        var before = allowance.warnBefore();
        return before == null ? null : Deadlines.warning(Within.parse(before), again.after());
    }
}
