package uk.kinbridge.platform.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One obligation with its time: who owes what by when, under which clause.
 *
 * <p>{@code dueAt} is the obligation and is never moved by the machine; only a person or a newly published calendar
 * moves it, which leaves a {@link Variation}. All instants are UTC with millisecond precision.
 *
 * @param kind which clock of its aggregate this is; unique within the aggregate while it runs
 * @param obligations ids of the obligations that the clock keeps
 * @param calendar version of the calendar that {@code dueAt} was computed with
 * @param explanation how {@code dueAt} was computed, in words
 * @param allowance what {@code dueAt} was computed from; null for a time that people agreed on or that is another's share,
 *     and for one of which it was not kept: no calendar moves those
 */
public record Clock(
        String kind,
        List<String> obligations,
        Owner owner,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Instant warnedAt,
        @Nullable Instant metAt,
        @Nullable Instant breachedAt,
        @Nullable Instant cancelledAt,
        String calendar,
        String explanation,
        @Nullable Allowance allowance,
        List<Pause> pauses,
        List<Variation> variations) {

    public Clock {
        obligations = List.copyOf(obligations);
        pauses = List.copyOf(pauses);
        variations = List.copyOf(variations);
        if (warnAt != null && warnAt.isAfter(dueAt)) {
            throw new IllegalArgumentException("a warning after the due time warns nobody: " + kind);
        }
    }

    /** A clock that starts now; what its time was computed from is kept by {@link #allowing}. */
    public static Clock started(
            String kind,
            List<String> obligations,
            Owner owner,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant warnAt,
            String calendar,
            String explanation) {
        return new Clock(
                kind,
                obligations,
                owner,
                startedAt,
                dueAt,
                warnAt,
                null,
                null,
                null,
                null,
                calendar,
                explanation,
                null,
                List.of(),
                List.of());
    }

    /** The same clock, which keeps what its time was computed from. */
    public Clock allowing(Allowance kept) {
        return new Clock(
                kind,
                obligations,
                owner,
                startedAt,
                dueAt,
                warnAt,
                warnedAt,
                metAt,
                breachedAt,
                cancelledAt,
                calendar,
                explanation,
                kept,
                pauses,
                variations);
    }

    /** Whether the obligation still waits for somebody. */
    public boolean isOpen() {
        return metAt == null && cancelledAt == null;
    }

    /** The next moment at which this clock must be looked at; empty when nothing more can happen by itself. */
    public Optional<Instant> wakeAt() {
        if (!isOpen() || breachedAt != null) {
            return Optional.empty();
        }
        return Optional.of(warnAt != null && warnedAt == null ? warnAt : dueAt);
    }

    /** How the clock stands at {@code now}, whether or not anything has looked at it since. */
    public ClockState stateAt(Instant now) {
        if (cancelledAt != null) {
            return ClockState.CANCELLED;
        }
        if (metAt != null) {
            return metAt.isAfter(dueAt) ? ClockState.MET_LATE : ClockState.MET;
        }
        if (!now.isBefore(dueAt)) {
            return ClockState.BREACHED;
        }
        return warnAt != null && !now.isBefore(warnAt) ? ClockState.WARNED : ClockState.RUNNING;
    }

    /** Whether a newer calendar may give it another due time: one that is still to come and can be computed again. */
    public boolean followsCalendars() {
        return isOpen() && breachedAt == null && allowance != null;
    }

    /** Whether a person has a say in the due time: then no calendar moves it. */
    public boolean isSetByPerson() {
        return !pauses.isEmpty() || variations.stream().anyMatch(v -> v.person() != null);
    }

    /** The same due time, looked at with another calendar. */
    public Clock confirmed(String newCalendar, String newExplanation) {
        return new Clock(
                kind,
                obligations,
                owner,
                startedAt,
                dueAt,
                warnAt,
                warnedAt,
                metAt,
                breachedAt,
                cancelledAt,
                newCalendar,
                newExplanation,
                allowance,
                pauses,
                variations);
    }

    /**
     * Due at another time because of a newly published calendar. Who was warned of the old time is warned again of a
     * new one that is still to come.
     */
    public Clock moved(
            Instant at,
            Instant newDueAt,
            @Nullable Instant newWarnAt,
            String newCalendar,
            String newExplanation,
            String reason) {
        var moved = new ArrayList<>(variations);
        moved.add(Variation.byCalendar(at, dueAt, newDueAt, calendar, newCalendar, reason));
        return new Clock(
                kind,
                obligations,
                owner,
                startedAt,
                newDueAt,
                newWarnAt,
                newWarnAt != null && newWarnAt.isAfter(at) ? null : warnedAt,
                metAt,
                breachedAt,
                cancelledAt,
                newCalendar,
                newExplanation,
                allowance,
                pauses,
                moved);
    }

    boolean warns(Instant now) {
        return isOpen() && breachedAt == null && warnAt != null && warnedAt == null && !now.isBefore(warnAt);
    }

    boolean breaches(Instant now) {
        return isOpen() && breachedAt == null && !now.isBefore(dueAt);
    }

    Clock warned(Instant at) {
        return marked(at, metAt, breachedAt, cancelledAt);
    }

    Clock breached(Instant at) {
        return marked(warnedAt, metAt, at, cancelledAt);
    }

    /**
     * The obligation was met at {@code at}. News of it may arrive after a breach was told: where the act itself was in
     * time, the breach is taken back.
     */
    Clock met(Instant at) {
        return marked(warnedAt, at, at.isAfter(dueAt) ? breachedAt : null, cancelledAt);
    }

    /** What met it was taken back. */
    Clock unmet() {
        return marked(warnedAt, null, breachedAt, cancelledAt);
    }

    Clock cancelled(Instant at) {
        return marked(warnedAt, metAt, breachedAt, at);
    }

    /** The same obligation and the same time; only what has happened to it is another. */
    private Clock marked(
            @Nullable Instant warned, @Nullable Instant met, @Nullable Instant breached, @Nullable Instant cancelled) {
        return new Clock(
                kind,
                obligations,
                owner,
                startedAt,
                dueAt,
                warnAt,
                warned,
                met,
                breached,
                cancelled,
                calendar,
                explanation,
                allowance,
                pauses,
                variations);
    }
}
