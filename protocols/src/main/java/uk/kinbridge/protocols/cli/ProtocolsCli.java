package uk.kinbridge.protocols.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.reading.UnreadableException;

/** {@code lint}, {@code model-check}, {@code pack} and {@code trace}; exit status 1 when something is wrong. */
public final class ProtocolsCli {

    private static final String USAGE = """
            lint [FILE|FOLDER ...] [--waiting]  checks the shipped packs, or those given together with the shipped ones; says what waits for a later feature
            model-check [PACK|FILE|FOLDER]  explores every reachable state of every pathway
            pack PACK [--diagram]    shows a pack, or its pathways as diagrams
            trace [PROTOCOL|OBLIGATION] [--check|--write]  where each is kept, and totals; checks or writes docs/traceability.md under the folder here
            """;

    private static final String WAITING = "--waiting";

    private ProtocolsCli() {}

    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int status = run(List.of(arguments), Path.of(""), out);
        out.flush();
        System.exit(status);
    }

    static int run(List<String> arguments, Path here, PrintStream out) throws IOException {
        String verb = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try {
            return switch (verb) {
                case "lint" -> lint(rest, here, out);
                case "model-check" -> modelCheck(rest, here, out);
                case "pack" -> Showing.pack(rest, out);
                case "trace" -> Tracing.trace(rest, here, out);
                default -> {
                    out.print(USAGE);
                    yield 2;
                }
            };
        } catch (UnreadableException e) {
            e.problems().forEach(out::println);
            return 1;
        }
    }

    private static int lint(List<String> arguments, Path here, PrintStream out) throws IOException {
        List<String> files =
                arguments.stream().filter(argument -> !argument.equals(WAITING)).toList();
        Optional<String> missing = missing(files, here);
        if (missing.isPresent()) {
            out.printf("There is no file or folder '%s'.%n", missing.get());
            return 2;
        }
        PackSet set = PackSet.of(files, here);
        if (arguments.contains(WAITING)) {
            Proving.waiting(set, out);
        }
        return Proving.lint(set, out);
    }

    private static int modelCheck(List<String> named, Path here, PrintStream out) throws IOException {
        PackSet shipped = PackSet.shipped();
        if (named.size() == 1 && missing(named, here).isPresent()) {
            Predicate<Pack> isNamed = pack -> pack.pack().value().equals(named.getFirst());
            return shipped.packs().all().stream().anyMatch(isNamed)
                    ? Proving.modelCheck(shipped, isNamed, out)
                    : Showing.nameOne(out);
        }
        return missing(named, here).isPresent()
                ? Showing.nameOne(out)
                : Proving.modelCheck(PackSet.of(named, here), _ -> true, out);
    }

    private static Optional<String> missing(List<String> files, Path here) {
        return files.stream().filter(file -> !Files.exists(here.resolve(file))).findFirst();
    }
}
