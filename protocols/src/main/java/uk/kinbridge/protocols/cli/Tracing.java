package uk.kinbridge.protocols.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.PackFiles;
import uk.kinbridge.protocols.reading.Source;
import uk.kinbridge.protocols.trace.Trace;

/** Prints where each obligation is kept and the totals of the traceability page, and checks or writes the page. */
final class Tracing {

    private static final String PAGE = "docs/traceability.md";

    private Tracing() {}

    static int trace(List<String> arguments, Path here, PrintStream out) throws IOException {
        Trace trace = Trace.of(
                Obligations.shipped(),
                PackFiles.shipped().stream().map(Source::value).toList(),
                here.toAbsolutePath());
        String which = arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .orElse("");
        boolean shows = arguments.isEmpty() || !which.isEmpty();
        if (shows) {
            List<String> lines = trace.lines(which);
            if (lines.isEmpty()) {
                out.println("There is no protocol and no obligation '" + which + "'.");
                return 1;
            }
            lines.forEach(out::println);
            out.println();
        }
        trace.totals().forEach(out::println);
        Path page = here.resolve(PAGE);
        if (arguments.contains("--check")) {
            boolean fresh = Files.exists(page) && Files.readString(page).equals(trace.markdown());
            out.println(fresh ? PAGE + " is up to date" : PAGE + " is stale; write it again with 'trace --write'");
            return fresh ? 0 : 1;
        }
        if (arguments.contains("--write")) {
            Files.createDirectories(here.resolve("docs"));
            Files.writeString(page, trace.markdown());
            out.println("Wrote " + PAGE);
        }
        return 0;
    }
}
