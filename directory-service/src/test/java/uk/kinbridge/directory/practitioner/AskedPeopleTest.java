package uk.kinbridge.directory.practitioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.web.problem.ProblemException;

/** As long as nobody knows who works where, that is said, and not that there is nobody. */
class AskedPeopleTest {

    private final Practitioners practitioners = new Practitioners();
    private final AskedPeople people = new AskedPeople(practitioners);

    @Test
    void before_the_sign_in_service_has_answered_it_is_not_known() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> people.activeIn("hackney-drug-treatment"))
                .satisfies(refused -> {
                    assertThat(refused.getStatusCode().value()).isEqualTo(503);
                    assertThat(refused.getHeaders().getFirst("Retry-After")).isNotNull();
                });
    }

    @Test
    void afterwards_nobody_means_nobody() {
        practitioners.replaceWith(Set.of());

        assertThat(people.activeIn("hackney-drug-treatment")).isEmpty();
    }
}
