package uk.kinbridge.platform.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.SettableTime;
import uk.kinbridge.platform.testing.TestDatabase;

@OnEachDatabase
class IdempotencyKeysTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final KeptAnswer CREATED =
            new KeptAnswer(201, Map.of("Location", "/api/cups/1"), new Binary("{}".getBytes(StandardCharsets.UTF_8)));

    private final SettableTime time = SettableTime.at("2026-03-02T09:00:00Z");
    private final AnswerKeeper answers;
    private final IdempotencyKeys keys;

    /** Those of another instance. */
    private final IdempotencyKeys others;

    private final TestDatabase database;

    IdempotencyKeysTest(TestDatabase database) {
        this.database = database;
        database.mongo().getCollection(IdempotencyKeys.COLLECTION).deleteMany(new Document());
        var mongo = new MongoTemplate(database.client(), database.name());
        this.answers = new AnswerKeeper(mongo);
        this.keys = new IdempotencyKeys(mongo, LEASE, answers);
        this.others = new IdempotencyKeys(mongo, LEASE, new AnswerKeeper(mongo));
    }

    @Test
    void the_first_request_with_a_key_may_run() {
        assertThat(claim("a"))
                .isInstanceOfSatisfying(
                        Claim.Mine.class, mine -> assertThat(mine.firstSeen()).isEqualTo(time.instant()));
    }

    @Test
    void the_same_request_gets_the_same_answer() {
        keys.answer("key", mine("a").holder(), CREATED);
        assertThat(claim("a")).isEqualTo(new Claim.Answered(CREATED));
    }

    @Test
    void another_instance_has_it_still_in_flight_until_the_answer_is_kept() {
        keys.answer("key", mine("a").holder(), CREATED);
        assertThat(others.claim("key", "a", time.instant())).isInstanceOf(Claim.InFlight.class);

        answers.start();
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> others.claim("key", "a", time.instant()).equals(new Claim.Answered(CREATED)));
        } finally {
            answers.stop();
        }
    }

    @Test
    void at_the_end_every_answer_is_kept() {
        keys.answer("key", mine("a").holder(), CREATED);

        answers.stop();

        assertThat(others.claim("key", "a", time.instant())).isEqualTo(new Claim.Answered(CREATED));
    }

    @Test
    void an_answer_that_died_with_its_process_is_found_by_running_again() {
        var died = mine("a");
        keys.answer("key", died.holder(), CREATED);
        time.advance(LEASE);

        assertThat(others.claim("key", "a", time.instant())).isInstanceOfSatisfying(Claim.Mine.class, again -> {
            assertThat(again.firstSeen()).isEqualTo(died.firstSeen());
            assertThat(again.again()).isTrue();
        });
    }

    @Test
    void another_body_is_told_that_the_key_was_used() {
        Claim.Mine mine = mine("a");
        assertThat(claim("b")).isInstanceOf(Claim.Reused.class);
        keys.answer("key", mine.holder(), CREATED);
        assertThat(claim("b")).isInstanceOf(Claim.Reused.class);
    }

    @Test
    void while_the_first_runs_the_second_waits() {
        mine("a");
        time.advance(LEASE.minusMillis(1));
        assertThat(claim("a")).isInstanceOf(Claim.InFlight.class);
    }

    @Test
    void after_a_crash_the_next_takes_over_and_knows_when_the_key_came_first() {
        Claim.Mine crashed = mine("a");
        time.advance(LEASE);
        Claim.Mine next = mine("a");
        assertThat(next.firstSeen()).isEqualTo(crashed.firstSeen());
        assertThat(next.holder()).isNotEqualTo(crashed.holder());
    }

    @Test
    void whoever_lost_the_claim_cannot_answer_any_more() {
        Claim.Mine slow = mine("a");
        time.advance(LEASE);
        Claim.Mine next = mine("a");
        keys.answer("key", slow.holder(), CREATED);
        assertThat(claim("a")).isInstanceOf(Claim.InFlight.class);
        keys.answer("key", next.holder(), CREATED);
        assertThat(claim("a")).isInstanceOf(Claim.Answered.class);
    }

    @Test
    void a_released_claim_is_free_at_once_and_keeps_its_first_moment() {
        Claim.Mine failed = mine("a");
        time.advance(Duration.ofSeconds(1));
        keys.release("key", failed.holder(), time.instant());
        assertThat(mine("a").firstSeen()).isEqualTo(failed.firstSeen());
    }

    @Test
    void an_answer_is_not_released() {
        Claim.Mine mine = mine("a");
        keys.answer("key", mine.holder(), CREATED);
        keys.release("key", mine.holder(), time.instant());
        assertThat(claim("a")).isInstanceOf(Claim.Answered.class);
    }

    @Test
    void after_a_day_a_key_is_free_again_for_any_body() {
        keys.answer("key", mine("a").holder(), CREATED);
        time.advance(Duration.ofHours(24));
        assertThat(claim("b"))
                .isInstanceOfSatisfying(
                        Claim.Mine.class, mine -> assertThat(mine.firstSeen()).isEqualTo(time.instant()));
        assertThat(claim("b")).isInstanceOf(Claim.InFlight.class);
    }

    @Test
    void what_is_a_day_old_is_purged() {
        mine("a");
        time.advance(Duration.ofHours(25));
        keys.claim("other", "a", time.instant());
        assertThat(database.mongo()
                        .getCollection(IdempotencyKeys.COLLECTION)
                        .find()
                        .map(document -> document.getString("_id")))
                .containsExactly("other");
    }

    @Test
    void of_many_at_once_one_runs() throws Exception {
        mine("a");
        time.advance(LEASE);
        List<Callable<Claim>> rivals = Stream.generate(() -> (Callable<Claim>) () -> claim("a"))
                .limit(16)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long winners = 0;
            for (var claim : threads.invokeAll(rivals)) {
                winners += claim.get() instanceof Claim.Mine ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }

    private Claim claim(String bodyHash) {
        return keys.claim("key", bodyHash, time.instant());
    }

    private Claim.Mine mine(String bodyHash) {
        return (Claim.Mine) claim(bodyHash);
    }
}
