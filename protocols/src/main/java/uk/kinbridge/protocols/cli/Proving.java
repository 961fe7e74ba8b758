package uk.kinbridge.protocols.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.kinbridge.protocols.lint.PackLinter;
import uk.kinbridge.protocols.model.ModelCheck;
import uk.kinbridge.protocols.model.Timeline.Timelines;
import uk.kinbridge.protocols.model.TimelinePlayer;
import uk.kinbridge.protocols.pack.Effect;
import uk.kinbridge.protocols.pack.Entries;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.reading.Problem;
import uk.kinbridge.protocols.reading.Source;
import uk.kinbridge.protocols.time.BankHolidays;

/** Proves packs: linter, worked timelines, model check. */
final class Proving {

    private Proving() {}

    static int lint(PackSet set, PrintStream out) {
        List<Problem> problems = new ArrayList<>(PackLinter.lint(set.sources(), set.obligations()));
        if (problems.isEmpty()) {
            problems.addAll(timelines(set));
        }
        problems.forEach(out::println);
        long entries = set.sources().stream()
                .mapToLong(source -> Entries.of(source.value()).size())
                .sum();
        out.printf(
                "%d packs, %d entries, %d worked timeline files, %d problems%n",
                set.sources().size(), entries, set.timelines().size(), problems.size());
        return problems.isEmpty() ? 0 : 1;
    }

    /** What the packs say and nothing carries out yet, with the feature that it waits for. */
    static void waiting(PackSet set, PrintStream out) {
        set.sources()
                .forEach(source -> Effect.waiting(source.value())
                        .forEach(waiting -> out.println(source.value().pack() + " " + waiting)));
    }

    private static List<Problem> timelines(PackSet set) {
        Packs packs = set.packs();
        List<Problem> problems = new ArrayList<>();
        for (Source<Timelines> source : set.timelines()) {
            Timelines told = source.value();
            packs.version(told.pack(), told.version())
                    .ifPresentOrElse(
                            pack -> problems.addAll(TimelinePlayer.play(source, pack, BankHolidays.shipped())),
                            () -> problems.add(new Problem(
                                    source.at(told),
                                    "There is no version %d of '%s'.".formatted(told.version(), told.pack()))));
        }
        for (Source<Pack> source : set.sources()) {
            untold(source, set.timelines()).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> untold(Source<Pack> source, List<Source<Timelines>> timelines) {
        Pack pack = source.value();
        boolean told = pack.national()
                || timelines.stream()
                        .map(Source::value)
                        .anyMatch(t -> t.pack().equals(pack.pack()) && t.version() == pack.version());
        return told
                ? Optional.empty()
                : Optional.of(new Problem(
                        source.at(pack),
                        "The pack has no worked timelines; write timelines/%s-%d.yaml beside it."
                                .formatted(pack.pack(), pack.version())));
    }

    static int modelCheck(PackSet set, Predicate<Pack> wanted, PrintStream out) {
        int wrong = 0;
        int standings = 0;
        for (Pack pack : set.packs().all().stream().filter(wanted).toList()) {
            for (ModelCheck.Explored explored : ModelCheck.of(pack)) {
                out.printf("%s %s: %d standings%n", pack.pack(), explored.pathway(), explored.standings());
                explored.runs().forEach(run -> out.println("  " + run));
                wrong += explored.runs().size();
                standings += explored.standings();
            }
        }
        out.printf("%d standings explored, %d runs that end with nobody responsible%n", standings, wrong);
        return wrong == 0 ? 0 : 1;
    }
}
