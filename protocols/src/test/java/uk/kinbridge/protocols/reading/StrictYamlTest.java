package uk.kinbridge.protocols.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrictYamlTest {

    record Id(String value) implements Wrapper {
        Id {
            if (value.contains(" ")) {
                throw new IllegalArgumentException("An id has no spaces.");
            }
        }
    }

    enum Colour implements Word {
        RED,
        DARK_BLUE
    }

    record Part(Id id, int size, @Nullable Colour paintedIn, boolean spare) {}

    sealed interface Choice {
        record Plain(String text) implements Choice {}

        record AllOf(List<Choice> parts) implements Choice {}
    }

    record Whole(
            LocalDate since, List<Part> parts, @Nullable Choice choice, Map<Colour, String> names) {}

    @Test
    void binds_records_lists_words_dates_and_choices() {
        Whole whole = read("""
                since: 2026-04-01
                parts:
                  - {id: a, size: 3, painted-in: dark-blue}
                  - {id: b, size: 4, spare: yes}
                choice:
                  all-of: [{plain: one}, {plain: two}]
                names: {red: on}
                """);

        assertThat(whole)
                .isEqualTo(new Whole(
                        LocalDate.of(2026, 4, 1),
                        List.of(
                                new Part(new Id("a"), 3, Colour.DARK_BLUE, false),
                                new Part(new Id("b"), 4, null, true)),
                        new Choice.AllOf(List.of(new Choice.Plain("one"), new Choice.Plain("two"))),
                        Map.of(Colour.RED, "on")));
    }

    @Test
    void remembers_the_lines() {
        Source<Whole> source =
                StrictYaml.read("a.yaml", "since: 2026-04-01\nparts:\n  - {id: a, size: 3}\n", Whole.class);

        assertThat(source.at(source.value().parts().getFirst())).isEqualTo(new Position("a.yaml", 3));
    }

    @Test
    void reports_every_problem_with_its_line() {
        assertThat(problems("""
                since: tomorrow
                parts:
                  - {id: a b, size: three, painted-in: dark-blu}
                  - {id: b, sise: 4}
                  - {id: b, size: 4, size: 5}
                colours: []
                """))
                .containsExactly(
                        "a.yaml:6: 'colours' is not a known key. Known here: since, parts, choice, names.",
                        "a.yaml:1: 'tomorrow' cannot be understood here; a date is written like 2026-04-01.",
                        "a.yaml:3: An id has no spaces.",
                        "a.yaml:3: 'three' is not a whole number.",
                        "a.yaml:3: 'dark-blu' is not a known colour. Did you mean 'dark-blue'? Known here: red,"
                                + " dark-blue.",
                        "a.yaml:4: 'sise' is not a known key. Did you mean 'size'? Known here: id, size, painted-in,"
                                + " spare.",
                        "a.yaml:4: The key 'size' is missing here.",
                        "a.yaml:5: The key 'size' is given twice.");
    }

    @Test
    void refuses_what_is_not_well_formed_empty_or_repeated_by_reference() {
        assertThat(problems("since: [1")).singleElement().asString().contains("not well-formed YAML");
        assertThat(problems("")).containsExactly("a.yaml:1: The file is empty.");
        assertThat(problems("parts: &a\n  - id: a\nchoice: *a\nsince: 2026-04-01"))
                .isNotEmpty();
        assertThat(problems("- a")).singleElement().asString().contains("with the keys since, parts, choice, names");
    }

    @Test
    void refuses_an_unknown_alternative() {
        assertThat(problems("since: 2026-04-01\nchoice: {any-of: []}"))
                .containsExactly(
                        "a.yaml:2: 'any-of' is not a known key. Did you mean 'all-of'? Known here: plain, all-of.");
    }

    private static Whole read(String text) {
        return StrictYaml.read("a.yaml", text, Whole.class).value();
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(UnreadableException.class, () -> read(text)).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
