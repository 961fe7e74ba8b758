package uk.kinbridge.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static final List<String> HEADINGS = List.of("id", "name");

    @Test
    void what_was_written_is_read_again() throws Csv.NotATable {
        var rows = List.of(
                List.of("north", "North, \"the\" agency"),
                List.of("south", "South\nand more"),
                List.of("east", "=cmd()"));
        assertThat(Csv.read(HEADINGS, Csv.write(HEADINGS, rows))).isEqualTo(rows);
    }

    @Test
    void a_field_is_never_a_formula() {
        assertThat(Csv.write(HEADINGS, List.of(List.of("north", "=cmd()")))).contains(",'=cmd()");
    }

    @Test
    void says_what_is_not_a_table() {
        assertThatThrownBy(() -> Csv.read(HEADINGS, "name\nNorth\n")).hasMessageContaining("first line");
        assertThatThrownBy(() -> Csv.read(HEADINGS, "id,name\nnorth\n")).hasMessageContaining("Row 1");
    }
}
