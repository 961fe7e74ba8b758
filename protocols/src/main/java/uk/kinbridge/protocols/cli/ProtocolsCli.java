package uk.kinbridge.protocols.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import uk.kinbridge.protocols.reading.UnreadableException;

/** {@code lint}, {@code model-check}, {@code pack}, {@code trace} and {@code bench}; exit status 1 when something is wrong. */
public final class ProtocolsCli {

    private static final String USAGE = """
            lint [folder]            checks the shipped packs, or those of a folder together with the shipped ones
            model-check [folder]     explores every reachable state of every pathway
            pack <id> [--diagram]    shows a pack, or its pathways as diagrams
            trace [--check|--write]  totals per protocol; checks or writes docs/traceability.md under the folder here
            bench                    measures deadlines a second, linting and model checking
            """;

    private ProtocolsCli() {}

    public static void main(String[] arguments) throws IOException {
        int status = run(List.of(arguments), Path.of(""), System.out);
        System.out.flush();
        System.exit(status);
    }

    static int run(List<String> arguments, Path here, PrintStream out) throws IOException {
        String verb = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try {
            return switch (verb) {
                case "lint" -> Proving.lint(PackSet.of(rest, here), out);
                case "model-check" -> Proving.modelCheck(PackSet.of(rest, here), out);
                case "pack" -> Showing.pack(rest, out);
                case "trace" -> Tracing.trace(rest, here, out);
                case "bench" -> Benchmark.run(out);
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
}
