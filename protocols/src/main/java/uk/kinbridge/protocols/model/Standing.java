package uk.kinbridge.protocols.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.ClockId;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.NoticeId;
import uk.kinbridge.protocols.pack.Party;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PathwayState;
import uk.kinbridge.protocols.pack.StateId;

/**
 * Where a referral on a pathway can stand: its state, its clocks and its unacknowledged notices. Time is abstract: any
 * clock that runs may be the next to pass, so every real order of deadlines is among those explored.
 */
record Standing(StateId state, Map<String, Run> clocks, Map<String, Ack> notices) {

    /** How far a clock has come. */
    enum Run {
        RUNNING,
        WARNED,
        BREACHED
    }

    /** How far the wait for an acknowledgement has come. */
    enum Ack {
        WAITING,
        TOLD_ON
    }

    /** A step to the next standing, with what happened in words. */
    record Step(String happening, Standing next) {}

    static Standing first(Pathway pathway) {
        var before = new Standing(pathway.states().getFirst().id(), Map.of(), Map.of());
        return before.after(pathway.firstEvent(), pathway.states().getFirst().id(), pathway);
    }

    /** What people can do, and what time can do. */
    List<Step> steps(Pathway pathway) {
        PathwayState here = pathway.state(state).orElseThrow();
        Stream<Step> people = here.on().entrySet().stream()
                .filter(way -> pathway.state(way.getValue()).isPresent())
                .map(way -> new Step(way.getKey().word(), after(way.getKey(), way.getValue(), pathway)));
        return Stream.of(people, time(pathway), acknowledgements())
                .flatMap(steps -> steps)
                .toList();
    }

    /** Whoever has to see to it now; nobody is what must not happen. */
    List<Party> responsible(Pathway pathway) {
        PathwayState here = pathway.state(state).orElseThrow();
        if (here.end()) {
            return here.responsible() == null ? List.of() : List.of(here.responsible());
        }
        ClockId waiting = here.clock();
        if (waiting == null || !clocks.containsKey(waiting.value())) {
            return List.of();
        }
        List<Party> parties = new ArrayList<>();
        pathway.clock(waiting).ifPresent(clock -> {
            parties.add(clock.owner());
            if (clocks.get(waiting.value()) == Run.BREACHED) {
                parties.clear();
                parties.addAll(clock.onBreach().tell());
            }
        });
        return parties;
    }

    private Standing after(CaseEvent event, StateId next, Pathway pathway) {
        Map<String, Run> running = new TreeMap<>(clocks);
        pathway.clocksStoppedBy(event)
                .forEach(clock -> running.remove(clock.id().value()));
        pathway.clocksStartedBy(event).forEach(clock -> running.put(clock.id().value(), Run.RUNNING));
        Map<String, Ack> waiting = new TreeMap<>(notices);
        pathway.noticesOn(event).stream()
                .filter(Notice::needsAcknowledgement)
                .map(Notice::id)
                .map(NoticeId::value)
                .forEach(notice -> waiting.put(notice, Ack.WAITING));
        return new Standing(next, running, waiting);
    }

    private Stream<Step> time(Pathway pathway) {
        return clocks.entrySet().stream().flatMap(entry -> {
            Clock clock = pathway.clock(new ClockId(entry.getKey())).orElseThrow();
            return switch (entry.getValue()) {
                case RUNNING ->
                    clock.warnBefore() == null
                            ? Stream.of(passes(clock, Run.BREACHED))
                            : Stream.of(passes(clock, Run.WARNED));
                case WARNED -> Stream.of(passes(clock, Run.BREACHED));
                case BREACHED -> Stream.empty();
            };
        });
    }

    private Step passes(Clock clock, Run to) {
        Map<String, Run> passed = new TreeMap<>(clocks);
        passed.put(clock.id().value(), to);
        String words = to == Run.WARNED ? "time passes: '%s' warns" : "time passes: '%s' is breached";
        return new Step(words.formatted(clock.id()), new Standing(state, passed, notices));
    }

    private Stream<Step> acknowledgements() {
        return notices.entrySet().stream().flatMap(entry -> {
            Map<String, Ack> acknowledged = new TreeMap<>(notices);
            acknowledged.remove(entry.getKey());
            var seen = new Step(
                    "'%s' is acknowledged".formatted(entry.getKey()), new Standing(state, clocks, acknowledged));
            if (entry.getValue() == Ack.TOLD_ON) {
                return Stream.of(seen);
            }
            Map<String, Ack> told = new TreeMap<>(notices);
            told.put(entry.getKey(), Ack.TOLD_ON);
            return Stream.of(
                    seen,
                    new Step(
                            "time passes: '%s' stays unacknowledged".formatted(entry.getKey()),
                            new Standing(state, clocks, told)));
        });
    }
}
