package uk.kinbridge.protocols.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PathwayId;

/** Explores every standing that a pathway can reach and reports each kind of run that ends with nobody responsible. */
public final class ModelCheck {

    private final Pathway pathway;
    private final Map<Standing, @Nullable Arrival> reached = new LinkedHashMap<>();
    private final Map<String, Run> runs = new LinkedHashMap<>();

    private ModelCheck(Pathway pathway) {
        this.pathway = pathway;
    }

    /**
     * What an exploration found.
     *
     * @param standings how many were reached
     */
    public record Explored(PathwayId pathway, int standings, List<Run> runs) {}

    /** A run that must not be: what happened, and what is wrong at its end. */
    public record Run(String wrong, List<String> happenings) {

        @Override
        public String toString() {
            return wrong + " After: " + String.join("; ", happenings) + ".";
        }
    }

    private record Arrival(Standing from, String happening) {}

    /** Explores every pathway of a pack that has what it extends put in. */
    public static List<Explored> of(Pack whole) {
        return whole.pathways().stream().map(ModelCheck::of).toList();
    }

    public static Explored of(Pathway pathway) {
        return new ModelCheck(pathway).explore();
    }

    private Explored explore() {
        if (pathway.states().isEmpty()) {
            return new Explored(
                    pathway.id(),
                    0,
                    List.of(new Run(
                            "The pathway has no states.",
                            List.of(pathway.firstEvent().word()))));
        }
        var waiting = new ArrayDeque<Standing>();
        Standing first = Standing.first(pathway);
        reached.put(first, null);
        waiting.add(first);
        Map<Standing, List<Standing>> before = new HashMap<>();
        while (!waiting.isEmpty()) {
            Standing standing = waiting.remove();
            judge(standing);
            for (Standing.Step step : standing.steps(pathway)) {
                before.computeIfAbsent(step.next(), _ -> new ArrayList<>()).add(standing);
                if (!reached.containsKey(step.next())) {
                    reached.put(step.next(), new Arrival(standing, step.happening()));
                    waiting.add(step.next());
                }
            }
        }
        neverEnding(before);
        return new Explored(pathway.id(), reached.size(), List.copyOf(runs.values()));
    }

    private void judge(Standing standing) {
        if (standing.responsible(pathway).isEmpty()) {
            report("In '%s' nobody is responsible.".formatted(standing.state()), standing);
        }
        if (isEnd(standing)) {
            standing.clocks()
                    .keySet()
                    .forEach(clock -> report(
                            "The pathway has ended in '%s', but the clock '%s' still runs."
                                    .formatted(standing.state(), clock),
                            standing));
        }
    }

    /** From everywhere an end can be reached, or somebody would wait for ever. */
    private void neverEnding(Map<Standing, List<Standing>> before) {
        Set<Standing> ending = new HashSet<>();
        var waiting = new ArrayDeque<Standing>();
        reached.keySet().stream().filter(this::isEnd).forEach(waiting::add);
        while (!waiting.isEmpty()) {
            Standing standing = waiting.remove();
            if (ending.add(standing)) {
                waiting.addAll(before.getOrDefault(standing, List.of()));
            }
        }
        reached.keySet().stream()
                .filter(standing -> !ending.contains(standing))
                .forEach(standing -> report("From '%s' no end can be reached.".formatted(standing.state()), standing));
    }

    private boolean isEnd(Standing standing) {
        return pathway.state(standing.state()).orElseThrow().end();
    }

    /** The first run of a kind is the shortest one: it is enough. */
    private void report(String wrong, Standing standing) {
        runs.computeIfAbsent(wrong, _ -> new Run(wrong, happenings(standing)));
    }

    private List<String> happenings(Standing standing) {
        List<String> happenings = new ArrayList<>();
        Standing at = standing;
        for (Arrival arrival = reached.get(at); arrival != null; arrival = reached.get(at)) {
            happenings.addFirst(arrival.happening());
            at = arrival.from();
        }
        happenings.addFirst(pathway.firstEvent().word());
        return happenings;
    }
}
