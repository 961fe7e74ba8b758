package uk.kinbridge.protocols.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.kinbridge.protocols.pack.PackFiles;

class ProtocolsCliTest {

    private int status;

    @Test
    void shows_a_pack_with_its_clocks_and_obligations() throws IOException {
        assertThat(run(Path.of(""), "pack", "hackney"))
                .contains("hackney@1, Safeguarding Children affected by Substance Misuse, Hackney")
                .contains(
                        "24 elapsed hours   The referral is acknowledged, by the recipient safeguarding-lead (protocol)"
                                + " [HAC-03]");
        assertThat(status).isZero();
    }

    @Test
    void draws_the_pathways_of_a_pack() throws IOException {
        assertThat(run(Path.of(""), "pack", "salford", "--diagram"))
                .contains("```mermaid\nstateDiagram-v2")
                .contains("[*] --> called : call recorded")
                .contains("note right of submitted : recipient duty worker within 1 working day (SAL-06), late tells"
                        + " recipient manager");
    }

    @Test
    void names_the_packs_when_it_does_not_know_one() throws IOException {
        assertThat(run(Path.of(""), "pack", "Salford"))
                .isEqualTo("Name one of: dorset, england, family-approach, hackney, joint-working, salford\n");
        assertThat(status).isEqualTo(2);
    }

    @Test
    void writes_and_checks_the_traceability_page(@TempDir Path tree) throws IOException {
        Path code = tree.resolve("some-service/src/main/java/Rule.java");
        Path test = tree.resolve("some-service/src/test/java/RuleTest.java");
        Files.createDirectories(code.getParent());
        Files.createDirectories(test.getParent());
        Files.writeString(code, "/** HAC-05 */ class Rule {}");
        Files.writeString(test, "/** HAC-05 */ class RuleTest {}");

        assertThat(run(tree, "trace", "--check")).contains("is stale");
        assertThat(status).isEqualTo(1);
        assertThat(run(tree, "trace", "--write"))
                .contains("HAC   26 obligations   25 in packs    1 kept elsewhere    1 in code    1 proved by tests");
        assertThat(run(tree, "trace", "--check")).contains("is up to date");
        assertThat(status).isZero();
        assertThat(Files.readString(tree.resolve("docs/traceability.md")))
                .contains("| HAC-05 |")
                .contains("[Rule](../some-service/src/main/java/Rule.java) |"
                        + " [RuleTest](../some-service/src/test/java/RuleTest.java) |")
                .contains("`hackney practice/appointments/first-missed`")
                .contains("workforce: Training events are records about practitioners");
    }

    @Test
    void shows_each_obligation_with_its_pack_entry_or_the_reason(@TempDir Path tree) throws IOException {
        assertThat(run(tree, "trace"))
                .contains("HAC-05  hackney practice/appointments/first-missed")
                .contains("no pack data, workforce: Training events are records about practitioners")
                .doesNotContain("not yet");
        assertThat(run(tree, "trace", "SAL")).contains("SAL-04").doesNotContain("HAC-05");
        assertThat(run(tree, "trace", "SAL-04"))
                .contains("salford pathways/to-the-bridge")
                .doesNotContain("SAL-05");
        assertThat(run(tree, "trace", "SAX")).contains("no protocol and no obligation 'SAX'");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void lints_the_shipped_packs_and_those_of_a_folder() throws IOException {
        assertThat(run(Path.of(""), "lint")).startsWith("6 packs").endsWith("0 problems\n");
        assertThat(status).isZero();
        assertThat(run(Path.of("src/test/resources"), "lint", "sixth"))
                .startsWith("7 packs")
                .endsWith("0 problems\n");
        assertThat(status).isZero();
    }

    @Test
    void lints_one_file_with_the_timelines_and_obligations_beside_it() throws IOException {
        assertThat(run(Path.of("src/test/resources/sixth"), "lint", "borsetshire-1.yaml"))
                .startsWith("7 packs")
                .endsWith("0 problems\n");
    }

    @Test
    void takes_a_file_instead_of_the_shipped_one_of_its_name(@TempDir Path folder) throws IOException {
        Path edited = folder.resolve("hackney-1.yaml");
        Files.writeString(edited, PackFiles.shippedText("hackney-1.yaml").orElseThrow() + "nonsense: true\n");
        assertThat(run(folder, "lint", edited.toString()))
                .contains("hackney-1.yaml:")
                .contains("nonsense");
        assertThat(status).isEqualTo(1);

        Files.copy(Path.of("src/main/resources/packs/hackney-1.yaml"), edited, StandardCopyOption.REPLACE_EXISTING);
        assertThat(run(folder, "lint", "hackney-1.yaml")).startsWith("6 packs").endsWith("0 problems\n");
    }

    @Test
    void says_which_file_it_does_not_find() throws IOException {
        assertThat(run(Path.of(""), "lint", "nowhere")).isEqualTo("There is no file or folder 'nowhere'.\n");
        assertThat(status).isEqualTo(2);
    }

    @Test
    void explores_one_pack_by_its_id() throws IOException {
        assertThat(run(Path.of(""), "model-check", "salford"))
                .contains("salford to-the-bridge:")
                .doesNotContain("hackney")
                .endsWith("0 runs that end with nobody responsible\n");
        assertThat(status).isZero();
        assertThat(run(Path.of(""), "model-check", "salfrod")).startsWith("Name one of: dorset,");
        assertThat(status).isEqualTo(2);
    }

    @Test
    void says_what_waits_for_a_later_feature() throws IOException {
        assertThat(run(Path.of(""), "lint", "--waiting"))
                .contains("salford notices/conference-called waits for 'meetings'\n")
                .doesNotContain("attendance-failing")
                .endsWith("0 problems\n");
        assertThat(run(Path.of(""), "lint")).doesNotContain("waits for");
    }

    @Test
    void says_what_it_can_do() throws IOException {
        assertThat(run(Path.of(""))).startsWith("lint [FILE|FOLDER ...]");
        assertThat(status).isEqualTo(2);
    }

    private String run(Path here, String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            status = ProtocolsCli.run(List.of(arguments), here, print);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
