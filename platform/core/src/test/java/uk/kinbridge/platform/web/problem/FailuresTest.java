package uk.kinbridge.platform.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandStartedEvent;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AuthenticationServiceException;
import uk.kinbridge.platform.mongo.WriteWitness;

class FailuresTest {

    private final Failures failures = new Failures("Call 020 7946 0000.");
    private final WriteWitness witness = new WriteWitness();

    @AfterEach
    void forget() {
        WriteWitness.forget();
    }

    @Test
    void before_the_first_write_nothing_was_saved() {
        sent("find", "teas");
        sent("insert", "idempotencyKeys");
        assertThat(failures.explain(lost()).detail())
                .isEqualTo("The database does not answer. Nothing was saved. Call 020 7946 0000.");
    }

    @Test
    void after_a_write_was_sent_honesty_forbids_to_say_that_nothing_was_saved() {
        sent("update", "teas");
        assertThat(failures.explain(lost()).detail())
                .doesNotContain("Nothing was saved")
                .contains("not certain")
                .contains("will not be saved twice")
                .endsWith("Call 020 7946 0000.");
    }

    @Test
    void an_outage_is_recognised_inside_other_exceptions() {
        var away = new MongoTimeoutException("no server");
        assertThat(failures.explain(new DataAccessResourceFailureException("x", away))
                        .type())
                .isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(failures.explain(new IllegalStateException(away)).type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(failures.explain(new AuthenticationServiceException("keys away"))
                        .detail())
                .contains("sign-in server");
    }

    @Test
    void anything_else_is_unexpected() {
        assertThat(failures.explain(new IllegalStateException("x")).type()).isEqualTo(ProblemType.UNEXPECTED);
    }

    private static Throwable lost() {
        return new MongoSocketReadException("closed", new ServerAddress());
    }

    private void sent(String command, String collection) {
        var connection = new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress()));
        witness.commandStarted(new CommandStartedEvent(
                null, 1, 1, connection, "db", command, new BsonDocument(command, new BsonString(collection))));
    }
}
