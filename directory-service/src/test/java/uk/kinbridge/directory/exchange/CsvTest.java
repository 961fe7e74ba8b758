package uk.kinbridge.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void what_was_written_is_read_again() throws Csv.NotATable {
        var rows = List.of(
                new AgencyRow("north", "North, \"the\" agency", "police", List.of("a", "b"), "Mon-Fri 09:00-17:00"),
                new AgencyRow("south", "South\nand more", "midwifery", List.of("c"), null));
        assertThat(Csv.read(Csv.write(rows))).isEqualTo(rows);
    }

    @Test
    void a_field_is_never_a_formula() {
        var row = new AgencyRow("north", "=cmd()", "police", List.of("a"), null);
        assertThat(Csv.write(List.of(row))).contains(",'=cmd(),");
    }

    @Test
    void says_what_is_not_a_table() {
        assertThatThrownBy(() -> Csv.read("name\nNorth\n")).hasMessageContaining("first line");
        assertThatThrownBy(() -> Csv.read("id,name,role,areas,openingHours\nnorth,North\n"))
                .hasMessageContaining("Row 1");
    }
}
