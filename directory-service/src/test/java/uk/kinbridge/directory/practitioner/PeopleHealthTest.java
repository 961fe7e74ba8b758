package uk.kinbridge.directory.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Whoever starts the suite can wait until it is known who works where. */
class PeopleHealthTest {

    private final Practitioners practitioners = new Practitioners();
    private final PeopleHealth health = new PeopleHealth(practitioners);

    @Test
    void says_whether_it_is_known_who_works_where() {
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        practitioners.replaceWith(Set.of());

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}
