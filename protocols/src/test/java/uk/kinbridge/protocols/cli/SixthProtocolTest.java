package uk.kinbridge.protocols.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.ItemId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackFiles;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PathwayId;
import uk.kinbridge.protocols.time.BankHolidays;

/** A made-up area adds its protocol as docs/add-a-protocol.md says: three files, no Java. */
class SixthProtocolTest {

    private static final Path FOLDER = Path.of("src/test/resources/sixth");

    @Test
    void passes_the_linter_and_the_model_check() throws IOException {
        assertThat(run("lint", FOLDER.toString()))
                .matches("0: 7 packs, \\d+ entries, 6 worked timeline files, 0 problems");
        assertThat(run("model-check", FOLDER.toString()))
                .startsWith("0: ")
                .endsWith("0 runs that end with nobody responsible");
    }

    @Test
    void runs_beside_the_others() {
        Pack pack = Packs.shipped()
                .with(PackFiles.read(FOLDER.resolve("borsetshire-1.yaml")).value())
                .latest(new PackId("borsetshire"))
                .orElseThrow();
        Pathway worry = pack.pathway(new PathwayId("worry-about-a-child")).orElseThrow();
        var calendar = pack.calendarOf(new AgencyId("borsetshire-childrens-services"), BankHolidays.shipped());

        assertThat(worry.missing(Set.of(new ItemId("worry")))).isEmpty();
        assertThat(worry.clocksStartedBy(CaseEvent.REFERRAL_SUBMITTED))
                .extracting(Clock::id)
                .extracting(Object::toString)
                .containsExactly("acknowledge", "decide", "assess");
        assertThat(worry.clocksStartedBy(CaseEvent.REFERRAL_SUBMITTED)
                        .getFirst()
                        .deadline(Instant.parse("2026-06-12T14:30:00Z"), calendar)
                        .due())
                .isEqualTo(Instant.parse("2026-06-15T10:30:00Z"));
    }

    @Test
    void is_told_what_is_wrong_with_it(@TempDir Path folder) throws IOException {
        String pack = Files.readString(FOLDER.resolve("borsetshire-1.yaml"));
        Files.writeString(
                folder.resolve("borsetshire-1.yaml"), pack.replace("4 working hours\n", "4 workings hours\n"));
        Files.copy(FOLDER.resolve("obligations.yaml"), folder.resolve("obligations.yaml"));

        assertThat(run("lint", folder.toString()))
                .startsWith("1: " + folder.resolve("borsetshire-1.yaml")
                        + ":33: '4 workings hours' is not a time allowed.");
    }

    @Test
    void needs_worked_timelines(@TempDir Path folder) throws IOException {
        Files.copy(FOLDER.resolve("borsetshire-1.yaml"), folder.resolve("borsetshire-1.yaml"));
        Files.copy(FOLDER.resolve("obligations.yaml"), folder.resolve("obligations.yaml"));

        assertThat(run("lint", folder.toString()))
                .contains("The pack has no worked timelines; write timelines/borsetshire-1.yaml beside it.");
    }

    private static String run(String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        int status;
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            status = ProtocolsCli.run(List.of(arguments), Path.of(""), print);
        }
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        return status + ": " + (arguments[0].equals("lint") ? String.join("\n", lines) : lines.getLast());
    }
}
