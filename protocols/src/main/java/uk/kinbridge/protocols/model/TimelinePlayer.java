package uk.kinbridge.protocols.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.model.Timeline.Step;
import uk.kinbridge.protocols.model.Timeline.Timelines;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.ClockId;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PathwayState;
import uk.kinbridge.protocols.pack.Side;
import uk.kinbridge.protocols.pack.StateId;
import uk.kinbridge.protocols.reading.Problem;
import uk.kinbridge.protocols.reading.Source;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadline;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Plays a worked timeline against a pack and says where the two disagree. */
public final class TimelinePlayer {

    private final Pack pack;
    private final Timeline timeline;
    private final Source<Timelines> source;
    private final BankHolidays bankHolidays;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<ClockId, Ticking> ticking = new LinkedHashMap<>();
    private final @Nullable Pathway pathway;
    private @Nullable StateId state;

    private TimelinePlayer(Pack pack, Timeline timeline, Source<Timelines> source, BankHolidays bankHolidays) {
        this.pack = pack;
        this.timeline = timeline;
        this.source = source;
        this.bankHolidays = bankHolidays;
        this.pathway = timeline.pathway() == null
                ? null
                : pack.pathway(timeline.pathway()).orElse(null);
    }

    private record Ticking(Deadline deadline, @Nullable Instant warning, boolean warned, boolean breached) {}

    /** Plays every timeline of a file; empty when the pack keeps all of them. */
    public static List<Problem> play(Source<Timelines> source, Pack pack, BankHolidays bankHolidays) {
        return source.value().timelines().stream()
                .flatMap(timeline -> new TimelinePlayer(pack, timeline, source, bankHolidays).play().stream())
                .toList();
    }

    private List<Problem> play() {
        if (timeline.pathway() != null && pathway == null) {
            wrong(timeline, "The pack has no pathway '%s'.".formatted(timeline.pathway()));
            return problems;
        }
        for (AgencyId agency : List.of(timeline.referrer(), timeline.recipient())) {
            if (pack.agency(agency).isEmpty()) {
                wrong(timeline, "The pack has no agency '%s'.".formatted(agency));
            }
        }
        timeline.steps().forEach(this::step);
        return problems;
    }

    private void step(Step step) {
        Instant at = instant(step.at());
        compare(step, "warned", step.warned(), passed(at, false));
        compare(step, "breached", step.breached(), passed(at, true));
        CaseEvent event = step.event();
        if (event != null) {
            happens(event, at, step);
        }
        if (step.state() != null && !step.state().equals(state)) {
            wrong(step, "The referral stands at '%s', not at '%s'.".formatted(state, step.state()));
        }
        if (pathway != null && (!step.given().isEmpty() || !step.missing().isEmpty())) {
            compare(
                    step,
                    "missing",
                    step.missing(),
                    pathway.missing(step.given()).stream()
                            .map(missing -> missing.item())
                            .toList());
        }
    }

    private void happens(CaseEvent event, Instant at, Step step) {
        move(event, step);
        compare(step, "stops", step.stops(), stop(event));
        Map<ClockId, LocalDateTime> started = new LinkedHashMap<>();
        Map<ClockId, LocalDateTime> opening = new LinkedHashMap<>();
        clocks().stream().filter(clock -> clock.startsOn() == event).forEach(clock -> {
            WorkingCalendar calendar = pack.calendarOf(owner(clock), bankHolidays);
            Deadline deadline = clock.deadline(at, calendar);
            ticking.put(clock.id(), new Ticking(deadline, clock.warning(deadline), false, false));
            started.put(clock.id(), local(deadline.due()));
            Instant opens = clock.opening(at, calendar);
            if (opens != null) {
                opening.put(clock.id(), local(opens));
            }
        });
        compare(step, "starts", step.starts(), started);
        compare(step, "opens", step.opens(), opening);
        compare(
                step,
                "notices",
                step.notices(),
                notices().stream()
                        .filter(notice -> notice.on() == event)
                        .map(Notice::id)
                        .toList());
    }

    private void move(CaseEvent event, Step step) {
        if (pathway == null) {
            return;
        }
        if (state == null) {
            if (event != pathway.firstEvent()) {
                wrong(
                        step,
                        "The pathway begins with '%s'."
                                .formatted(pathway.firstEvent().word()));
            }
            state = pathway.states().getFirst().id();
            return;
        }
        PathwayState here = pathway.state(state).orElseThrow();
        StateId next = here.on().get(event);
        if (next == null) {
            wrong(step, "In '%s' this cannot happen: '%s'.".formatted(state, event.word()));
        } else {
            state = next;
        }
    }

    private List<ClockId> stop(CaseEvent event) {
        List<ClockId> stopped = clocks().stream()
                .filter(clock -> clock.stopsOn().contains(event))
                .map(Clock::id)
                .filter(ticking::containsKey)
                .toList();
        stopped.forEach(ticking::remove);
        return stopped;
    }

    /** Marks and names the clocks whose warning, or whose time, has come. */
    private List<ClockId> passed(Instant at, boolean breach) {
        List<ClockId> passed = new ArrayList<>();
        ticking.replaceAll((id, clock) -> {
            Instant moment = breach ? clock.deadline().due() : clock.warning();
            boolean before = breach ? clock.breached() : clock.warned();
            if (before || moment == null || moment.isAfter(at)) {
                return clock;
            }
            passed.add(id);
            return breach
                    ? new Ticking(clock.deadline(), clock.warning(), true, true)
                    : new Ticking(clock.deadline(), clock.warning(), true, clock.breached());
        });
        return passed;
    }

    private AgencyId owner(Clock clock) {
        Side side = clock.owner().side();
        return side == Side.REFERRER || side == Side.HOLDER ? timeline.referrer() : timeline.recipient();
    }

    private List<Clock> clocks() {
        return pathway == null ? pack.clocks() : pathway.clocks();
    }

    private List<Notice> notices() {
        return pathway == null ? pack.notices() : pathway.notices();
    }

    private <T> void compare(Step step, String what, Collection<T> told, Collection<T> found) {
        if (!List.copyOf(told).equals(List.copyOf(found))) {
            wrong(step, "%s: the timeline says %s, the pack %s.".formatted(what, words(told), words(found)));
        }
    }

    private <K, V> void compare(Step step, String what, Map<K, V> told, Map<K, V> found) {
        if (!told.equals(found)) {
            wrong(step, "%s: the timeline says %s, the pack %s.".formatted(what, told, found));
        }
    }

    private static String words(Collection<?> things) {
        return things.isEmpty()
                ? "nothing"
                : things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private void wrong(Object part, String sentence) {
        problems.add(new Problem(source.at(part), "%s (%s)".formatted(sentence, timeline.title())));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(WorkingCalendar.LONDON).toInstant();
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, WorkingCalendar.LONDON);
    }
}
