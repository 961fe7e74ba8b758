package uk.kinbridge.platform.testing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class MatrixFileTest {

    private static final String GOOD = """
            standings:
              own: {agency: north, username: sade.okafor}
            operations:
              GET /api/teas/{id}:
                own: {allowed: [practitioner], denied: [manager], concealed: rest}
            open:
              - GET /api/kettles
            """;

    @Test
    void every_role_has_an_outcome() {
        MatrixFile matrix = parse(GOOD);
        var row = Objects.requireNonNull(matrix.rows().get(new Operation("GET", "/api/teas/{id}")));
        var cells = Objects.requireNonNull(row.get(matrix.standings().getFirst()));
        assertThat(cells.keySet()).containsExactlyInAnyOrderElementsOf(MatrixFile.ROLES);
        assertThat(cells)
                .containsEntry("practitioner", Outcome.ALLOWED)
                .containsEntry("manager", Outcome.DENIED)
                .containsEntry("auditor", Outcome.CONCEALED);
        assertThat(matrix.open()).containsExactly(new Operation("GET", "/api/kettles"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            concealed: rest         | concealed: []         | nothing is said of
            [manager]               | [practitioner]        | practitioner is named twice
            [manager]               | [boss]                | unknown [boss]
            denied:                 | forbidden:            | is no outcome
            own: {allowed           | mine: {allowed        | unknown [mine]
            GET /api/teas/{id}      | GET                   | is not an operation
            username: sade.okafor   | name: sade            | unknown [name]
            standings:              | standing:             | unknown [standing]
            [practitioner]          | practitioner          | a list of roles or 'rest' is wanted
            """)
    void what_is_unclear_is_refused(String right, String wrong, String complaint) {
        assertThat(GOOD).contains(right);
        assertThatThrownBy(() -> parse(GOOD.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void a_missing_file_says_what_is_wanted() {
        assertThatThrownBy(() -> MatrixFile.read("nowhere.yaml")).hasMessageContaining("There is no nowhere.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "ALLOWED, 200, true",
        "ALLOWED, 201, true",
        "ALLOWED, 409, true",
        "ALLOWED, 412, true",
        "ALLOWED, 422, true",
        "ALLOWED, 400, false",
        "ALLOWED, 401, false",
        "ALLOWED, 403, false",
        "ALLOWED, 404, false",
        "ALLOWED, 428, false",
        "ALLOWED, 500, false",
        "DENIED, 403, true",
        "DENIED, 404, false",
        "DENIED, 200, false",
        "CONCEALED, 404, true",
        "CONCEALED, 403, false",
        "CONCEALED, 200, false"
    })
    void an_outcome_is_told_from_the_status(Outcome outcome, int status, boolean matches) {
        assertThat(outcome.matches(status, "", "")).isEqualTo(matches);
    }

    @Test
    void shown_and_hidden_are_told_by_the_marker() {
        assertThat(Outcome.SHOWN.matches(200, "R-1 and R-2", "R-1")).isTrue();
        assertThat(Outcome.SHOWN.matches(200, "R-2", "R-1")).isFalse();
        assertThat(Outcome.SHOWN.matches(200, "", "")).isFalse();
        assertThat(Outcome.HIDDEN.matches(200, "R-2", "R-1")).isTrue();
        assertThat(Outcome.HIDDEN.matches(200, "R-1", "R-1")).isFalse();
        assertThat(Outcome.CONCEALED.matches(404, "no R-1 here", "R-1")).isFalse();
    }

    private static MatrixFile parse(String yaml) {
        return MatrixFile.parse(new Yaml().<Object>load(yaml));
    }
}
