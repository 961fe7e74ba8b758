package uk.kinbridge.protocols.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import uk.kinbridge.protocols.model.Diagram;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.Ids;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Pathway;

/** Shows a pack to a person. */
final class Showing {

    private Showing() {}

    static int pack(List<String> arguments, PrintStream out) {
        Optional<Pack> pack = arguments.isEmpty() || !Ids.isId(arguments.getFirst())
                ? Optional.empty()
                : Packs.shipped().latest(new PackId(arguments.getFirst()));
        if (pack.isEmpty()) {
            return nameOne(out);
        }
        if (arguments.contains("--diagram")) {
            out.print(Diagram.of(pack.get()));
        } else {
            show(pack.get(), out);
        }
        return 0;
    }

    static int nameOne(PrintStream out) {
        out.println("Name one of: "
                + Packs.shipped().all().stream()
                        .map(known -> known.pack().value())
                        .distinct()
                        .collect(joining(", ")));
        return 2;
    }

    private static void show(Pack pack, PrintStream out) {
        out.printf("%s, %s%n", pack.reference(), pack.title());
        out.printf(
                "  in force from %s, content %s%n",
                pack.effective().from(), pack.reference().hash());
        out.printf("  source: %s, %s%n", pack.source().title(), pack.source().publisher());
        pack.pathways().forEach(pathway -> show(pathway, out));
        out.println("beside the pathways");
        pack.clocks().forEach(clock -> show(clock, out));
    }

    private static void show(Pathway pathway, PrintStream out) {
        out.printf("%s: %s%n", pathway.id(), pathway.title());
        pathway.requires().forEach(item -> out.printf("    needs    %s %s%n", item.words(), item.obligations()));
        pathway.clocks().forEach(clock -> show(clock, out));
        pathway.notices().forEach(notice -> out.printf("    tells    %s %s%n", notice.words(), notice.obligations()));
    }

    private static void show(Clock clock, PrintStream out) {
        out.printf(
                "    %-18s %s, by the %s %s (%s) %s%n",
                clock.within(),
                clock.words(),
                clock.owner().side().word(),
                clock.owner().role().word(),
                clock.basis().word(),
                clock.obligations());
    }
}
