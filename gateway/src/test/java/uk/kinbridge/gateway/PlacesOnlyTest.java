package uk.kinbridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import uk.kinbridge.gateway.problem.PlacesOnly;

class PlacesOnlyTest {

    @Test
    void what_a_person_sent_is_not_in_the_log_and_where_it_failed_is() throws IOException {
        var out = new StringBuilder();
        new PlacesOnly()
                .printStackTrace(
                        new IllegalStateException("Robin Ashdown", new IllegalArgumentException("of Mare Street")),
                        out);
        assertThat(out)
                .contains("IllegalStateException", "IllegalArgumentException", "PlacesOnlyTest")
                .doesNotContain("Robin", "Mare Street");
    }
}
