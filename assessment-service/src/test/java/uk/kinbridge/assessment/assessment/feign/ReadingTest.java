package uk.kinbridge.assessment.assessment.feign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JWP-01: what is not said of an adult and a child is no "no", and no young carer either. */
class ReadingTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private static List<String> facts(AssessedFamilies.Tie... ties) {
        var robin = new AssessedFamilies.Member("m-1", "ADULT", "Robin", null);
        var wren = new AssessedFamilies.Member("m-2", "CHILD", "Wren", null);
        var family = new AssessedFamilies.Family("f-1", "F-1", List.of(robin, wren), List.of(ties), null);
        return Reading.of(family, "m-1", NOW).facts();
    }

    @Test
    void an_adult_of_whom_care_and_contact_are_not_said_counts_as_caring() {
        assertThat(facts(new AssessedFamilies.Tie("m-1", "m-2", "NOT_SAID", "NOT_SAID")))
                .contains("child-cared-for", "child-in-regular-contact");
        assertThat(facts(new AssessedFamilies.Tie("m-1", "m-2", "NONE", "NONE")))
                .isEmpty();
    }

    @Test
    void a_child_of_whom_nobody_has_said_that_it_gives_care_is_no_young_carer() {
        assertThat(facts(new AssessedFamilies.Tie("m-2", "m-1", "NOT_SAID", "NOT_SAID")))
                .doesNotContain("child-gives-care");
        assertThat(facts(new AssessedFamilies.Tie("m-2", "m-1", "SOME", "REGULAR")))
                .contains("child-gives-care");
    }
}
