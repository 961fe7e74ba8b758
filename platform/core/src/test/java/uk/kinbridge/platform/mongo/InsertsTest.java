package uk.kinbridge.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

/** Documents that several threads add at one moment: each is in, or its own thread hears why not. */
@OnEachDatabase
class InsertsTest {

    private static final int MANY = 40;

    private final MongoTemplate mongo;
    private final Inserts inserts;

    InsertsTest(TestDatabase database) {
        this.mongo = new MongoTemplate(database.client(), database.name());
        this.inserts = new Inserts(mongo, "things");
    }

    @AfterEach
    void forget() {
        WriteWitness.forget();
    }

    @Test
    void many_at_one_moment_are_all_in_but_those_whose_key_is_taken() throws Exception {
        inserts.insert(new Document("_id", "t-3").append("who", "first"));
        var start = new CyclicBarrier(MANY);

        List<Boolean> in;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = IntStream.range(0, MANY)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return isIn(new Document("_id", "t-" + i).append("who", "later"));
                    }))
                    .toList();
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            in = ends.stream().map(Future::resultNow).toList();
        }

        assertThat(in.get(3)).isFalse();
        assertThat(in.stream().filter(one -> one)).hasSize(MANY - 1);
        assertThat(stored()).isEqualTo(MANY);
    }

    @Test
    void whose_write_another_thread_may_have_sent_knows_that_it_may_have_been_written() {
        assertThat(WriteWitness.mayHaveWritten()).isFalse();

        inserts.insert(new Document("_id", "w-1"));

        assertThat(WriteWitness.mayHaveWritten()).isTrue();
    }

    @Test
    void a_claim_of_an_idempotency_key_saves_nothing_of_the_callers() {
        var keys = new Inserts(mongo, WriteWitness.CLAIMS);

        assertThatCode(() -> keys.insert(new Document("_id", "key-of-inserts-test")))
                .doesNotThrowAnyException();

        assertThat(WriteWitness.mayHaveWritten()).isFalse();
    }

    private boolean isIn(Document document) {
        try {
            inserts.insert(document);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private long stored() {
        return mongo.getCollection("things").countDocuments(Filters.regex("_id", "^t-"));
    }
}
