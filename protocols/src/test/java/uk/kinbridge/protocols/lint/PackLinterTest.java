package uk.kinbridge.protocols.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackFiles;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.reading.Problem;
import uk.kinbridge.protocols.reading.Source;
import uk.kinbridge.protocols.reading.UnreadableException;

class PackLinterTest {

    private static final Obligations REGISTER =
            Obligations.shipped().and(Obligations.read("register.yml", text("register.yml")));
    private static final List<Source<Pack>> SHIPPED = PackFiles.shipped();
    private static final Source<Pack> ENGLAND = SHIPPED.getFirst();

    @Test
    void finds_nothing_wrong_with_the_packs_that_are_shipped() {
        assertThat(PackLinter.lint(SHIPPED, Obligations.shipped())).isEmpty();
    }

    /** One fixture for everything that can be wrong; what is said about it stands in expected.txt. */
    @TestFactory
    Stream<DynamicTest> says_where_and_what_is_wrong() {
        return expectations().entrySet().stream()
                .map(fixture -> DynamicTest.dynamicTest(
                        fixture.getKey(),
                        () -> assertThat(problemsOf(fixture.getKey()))
                                .map(Problem::toString)
                                .containsExactlyElementsOf(fixture.getValue())));
    }

    @Test
    void refuses_a_version_that_exists_already() {
        Source<Pack> hackney = SHIPPED.get(1);

        assertThat(PackLinter.lint(List.of(hackney, hackney), REGISTER))
                .singleElement()
                .asString()
                .contains("Version 1 of 'hackney' exists already");
    }

    @Test
    void refuses_an_area_that_the_protocol_it_builds_on_does_not_speak_for() {
        String elsewhere = text("good.yaml").replace("[england@1]", "[england@1, salford@1]");

        assertThat(PackLinter.prove(PackFiles.read("elsewhere.yaml", elsewhere), Packs.shipped(), REGISTER))
                .extracting(Problem::toString)
                .contains(
                        "elsewhere.yaml:7: The area 'testshire' is not one of 'salford@1', which this pack builds on.");
    }

    @Test
    void proves_a_draft_against_what_is_published() {
        assertThat(PackLinter.prove(PackFiles.read("good.yaml", text("good.yaml")), Packs.shipped(), REGISTER))
                .isEmpty();
        assertThat(PackLinter.prove(
                        PackFiles.read("nowhere.yaml", text("extends-nothing-known.yaml")), Packs.shipped(), REGISTER))
                .extracting(Problem::toString)
                .containsExactly("nowhere.yaml:5: The pack 'testshire' extends england@7, which is not there.");
        String leftover =
                text("good.yaml").replace("[referral.acknowledged, referral.withdrawn]", "[referral.acknowledged]");
        assertThat(PackLinter.prove(PackFiles.read("leftover.yaml", leftover), Packs.shipped(), REGISTER))
                .extracting(Problem::toString)
                .containsExactly("leftover.yaml:15: The pathway has ended in 'withdrawn', but the clock 'acknowledge'"
                        + " still runs. After: referral.submitted; referral.withdrawn.");
    }

    private static List<Problem> problemsOf(String fixture) {
        try {
            return PackLinter.lint(List.of(ENGLAND, PackFiles.read(fixture, text(fixture))), REGISTER);
        } catch (UnreadableException e) {
            return e.problems();
        }
    }

    private static Map<String, List<String>> expectations() {
        Map<String, List<String>> expectations = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : text("expected.txt").lines().toList()) {
            if (line.startsWith("== ")) {
                current = new ArrayList<>();
                expectations.put(line.substring(3), current);
            } else {
                current.add(line);
            }
        }
        return expectations;
    }

    private static String text(String file) {
        try (var stream = Objects.requireNonNull(PackLinterTest.class.getResourceAsStream("/lint/" + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
