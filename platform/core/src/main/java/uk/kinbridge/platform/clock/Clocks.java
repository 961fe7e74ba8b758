package uk.kinbridge.platform.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All clocks of one aggregate; immutable. */
public record Clocks(List<Clock> all) {

    public Clocks {
        all = List.copyOf(all);
    }

    /** No clock runs. */
    public static Clocks none() {
        return new Clocks(List.of());
    }

    /** Something that time did to a clock; each happens once per clock. */
    public sealed interface Elapsed {
        Clock clock();

        /** The due time comes near and nobody has acted. */
        record Warned(Clock clock) implements Elapsed {}

        /** The due time has passed and nobody has acted. */
        record Breached(Clock clock) implements Elapsed {}
    }

    /** The clocks after time went on to {@code now}, and what that did. */
    public record Tick(Clocks clocks, List<Elapsed> elapsed) {}

    /** With one more clock running. */
    public Clocks with(Clock clock) {
        if (running(clock.kind()).isPresent()) {
            throw new IllegalStateException("clock runs already: " + clock.kind());
        }
        var more = new ArrayList<>(all);
        more.add(clock);
        return new Clocks(more);
    }

    /** The open clock of that kind. */
    public Optional<Clock> running(String kind) {
        return all.stream().filter(c -> c.kind().equals(kind) && c.isOpen()).findFirst();
    }

    /** Meets the open clock of that kind at the moment of the act; without such a clock nothing changes. */
    public Clocks met(String kind, Instant at) {
        return changing(kind, c -> c.met(at));
    }

    /** Ends every open clock without its being met, as a withdrawal does. */
    public Clocks cancelledAll(Instant at) {
        return new Clocks(
                all.stream().map(c -> c.isOpen() ? c.cancelled(at) : c).toList());
    }

    /** Ends the open clock of that kind without its being met: what it ran for is not so. */
    public Clocks cancelled(String kind, Instant at) {
        return changing(kind, c -> c.cancelled(at));
    }

    /**
     * The act that met the last clock of that kind has been taken back: it runs again, due as before. Nothing changes
     * where one runs, or where none was met.
     */
    public Clocks runningAgain(String kind) {
        var last = all.stream()
                .filter(c -> c.kind().equals(kind) && c.cancelledAt() == null)
                .reduce((_, later) -> later)
                .filter(c -> c.metAt() != null);
        return last.map(met -> new Clocks(
                        all.stream().map(c -> c.equals(met) ? c.unmet() : c).toList()))
                .orElse(this);
    }

    private Clocks changing(String kind, UnaryOperator<Clock> change) {
        return new Clocks(all.stream()
                .map(c -> c.kind().equals(kind) && c.isOpen() ? change.apply(c) : c)
                .toList());
    }

    /**
     * Lets time go on to {@code now}. A clock that slept through its warning and its due time warns nobody any more: it
     * is breached, since a warning after the fact would only confuse.
     */
    public Tick elapse(Instant now) {
        var next = new ArrayList<Clock>();
        var elapsed = new ArrayList<Elapsed>();
        for (var clock : all) {
            if (clock.breaches(now)) {
                var breached = clock.breached(now);
                next.add(breached);
                elapsed.add(new Elapsed.Breached(breached));
            } else if (clock.warns(now)) {
                var warned = clock.warned(now);
                next.add(warned);
                elapsed.add(new Elapsed.Warned(warned));
            } else {
                next.add(clock);
            }
        }
        return new Tick(new Clocks(next), List.copyOf(elapsed));
    }

    /** The oldest calendar that a time was computed with which a newer one may move; empty when there is no such time. */
    public Optional<String> oldestCalendar() {
        return all.stream().filter(Clock::followsCalendars).map(Clock::calendar).min(Comparator.naturalOrder());
    }

    /** The next moment at which the aggregate must be looked at. */
    public Optional<Instant> wakeAt() {
        return all.stream().flatMap(c -> c.wakeAt().stream()).min(Comparator.naturalOrder());
    }
}
