package uk.kinbridge.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.PackFiles;
import uk.kinbridge.protocols.reading.Source;
import uk.kinbridge.protocols.trace.Trace;

/**
 * The build writes the traceability page anew, to {@code target/traceability.md}, and fails when the one that is kept
 * under {@code docs} says something else.
 */
class TraceabilityPageTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void the_page_says_what_packs_code_and_tests_say_today() throws IOException {
        String fresh = page(ROOT);
        Files.writeString(Path.of("target", "traceability.md"), fresh);

        String kept = Files.readString(ROOT.resolve("docs/traceability.md"));
        assertThat(linesOnlyIn(kept, fresh))
                .as("stale; write it again with ./kinbridge trace --write. Lines that have changed:")
                .isEmpty();
        assertThat(kept).isEqualTo(fresh);
    }

    @Test
    void code_that_begins_to_keep_an_obligation_makes_a_page_stale(@TempDir Path tree) throws IOException {
        String before = page(tree);
        Path rule = tree.resolve("some-service/src/main/java/Rule.java");
        Files.createDirectories(rule.getParent());
        // not an id of the register as a whole, so that this test is no proof of it
        Files.writeString(rule, "/** %s-%s */ class Rule {}".formatted("HAC", "05"));

        assertThat(linesOnlyIn(before, page(tree)))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("[Rule](../some-service/src/main/java/Rule.java)"));
    }

    private static String page(Path tree) {
        return Trace.of(
                        Obligations.shipped(),
                        PackFiles.shipped().stream().map(Source::value).toList(),
                        tree)
                .markdown();
    }

    /** The lines of either that the other does not have. */
    private static List<String> linesOnlyIn(String one, String other) {
        List<String> changed = new ArrayList<>();
        one.lines()
                .filter(line -> other.lines().noneMatch(line::equals))
                .map("- "::concat)
                .forEach(changed::add);
        other.lines()
                .filter(line -> one.lines().noneMatch(line::equals))
                .map("+ "::concat)
                .forEach(changed::add);
        return changed;
    }
}
