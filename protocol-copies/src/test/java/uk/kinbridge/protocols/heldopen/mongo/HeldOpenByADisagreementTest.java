package uk.kinbridge.protocols.heldopen.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.heldopen.OpenDisagreements.Open;

/** SAL-27, JWP-14: while a disagreement is open, what it is about is not closed; in whatever order the news comes. */
@OnEachDatabase
class HeldOpenByADisagreementTest {

    private final OpenDisagreements disagreements;

    HeldOpenByADisagreementTest(TestDatabase database) {
        this.disagreements = new MongoOpenDisagreements(new MongoTemplate(database.client(), database.name()));
    }

    @Test
    void holds_its_subject_open_until_it_is_resolved() {
        disagreements.opened(open("d-1", "r-1"));
        disagreements.opened(open("d-1", "r-1"));

        assertThat(disagreements.about("r-1")).containsExactly(open("d-1", "r-1"));
        assertThat(disagreements.about("r-2")).isEmpty();

        disagreements.closed("d-1");
        assertThat(disagreements.about("r-1")).isEmpty();
    }

    @Test
    void news_of_the_end_may_come_first() {
        disagreements.closed("d-2");
        disagreements.opened(open("d-2", "r-3"));

        assertThat(disagreements.about("r-3")).isEmpty();
    }

    private static Open open(String id, String subject) {
        return new Open(id, "D-" + id, "/api/disagreements/" + id, subject, List.of("a", "b"));
    }
}
