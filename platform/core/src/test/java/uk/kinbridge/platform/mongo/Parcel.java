package uk.kinbridge.platform.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Owner;

/** An aggregate for tests: a parcel that must be delivered within a day. */
public record Parcel(String id, String label, @Nullable String signedBy, List<Clock> clocks) {

    /** What others hear of a parcel. */
    public sealed interface Event {
        record Posted(String label) implements Event {}

        record Signed(String by) implements Event {}

        record Late(String label) implements Event {}
    }

    public Parcel {
        clocks = List.copyOf(clocks);
    }

    public static Change<Parcel, Event> posted(String id, String label, Instant at) {
        var clock = Clock.started(
                "deliver",
                List.of("TST-01"),
                new Owner("post", "driver"),
                at,
                at.plus(Duration.ofDays(1)),
                null,
                "calendar-1",
                "a day later");
        return new Change<>(new Parcel(id, label, null, List.of(clock)), List.of(new Event.Posted(label)));
    }

    public Change<Parcel, Event> signed(String by, Instant at) {
        return new Change<>(
                new Parcel(id, label, by, new Clocks(clocks).met("deliver", at).all()), List.of(new Event.Signed(by)));
    }

    public Change<Parcel, Event> unsigned() {
        return Change.silent(new Parcel(id, label, null, clocks));
    }

    public Change<Parcel, Event> elapse(Instant now) {
        var tick = new Clocks(clocks).elapse(now);
        return new Change<>(
                new Parcel(id, label, signedBy, tick.clocks().all()),
                tick.elapsed().stream().<Event>map(_ -> new Event.Late(label)).toList());
    }

    public Optional<Instant> wakeAt() {
        return new Clocks(clocks).wakeAt();
    }
}
