package uk.kinbridge.referral.referral.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.referral.referral.Places;

/** SAL-19: at most fifteen families at one time, however many managers offer at once. */
@OnEachDatabase
class MongoPlacesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant IN_HALF_A_YEAR = Instant.parse("2027-05-23T10:00:00Z");

    private final Places places;
    private final String programme = "holding-families/" + UUID.randomUUID();

    MongoPlacesTest(TestDatabase database) {
        this.places = new MongoPlaces(new MongoTemplate(database.client(), database.name()));
    }

    @Test
    void the_sixteenth_family_waits() {
        assertThat(IntStream.range(0, 15).allMatch(i -> take("r-" + i, NOW))).isTrue();
        assertThat(take("r-15", NOW)).isFalse();
    }

    @Test
    void a_family_that_has_a_place_keeps_that_one() {
        IntStream.range(0, 20).forEach(i -> assertThat(take("same", NOW)).isTrue());
        assertThat(IntStream.range(0, 14).allMatch(i -> take("r-" + i, NOW))).isTrue();
        assertThat(take("r-14", NOW)).isFalse();
    }

    @Test
    void a_place_is_free_again_when_its_programme_has_ended_or_it_was_given_back() {
        IntStream.range(0, 15).forEach(i -> take("r-" + i, NOW));

        places.release(programme, "r-3");

        assertThat(take("next", NOW)).isTrue();
        assertThat(take("one-too-many", NOW)).isFalse();
        assertThat(take("much-later", IN_HALF_A_YEAR)).isTrue();
    }

    @Test
    void many_at_once_never_take_more_than_there_are() throws Exception {
        List<Callable<Boolean>> offers = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(i -> () -> take("r-" + i, NOW))
                .toList();
        try (var managers = Executors.newFixedThreadPool(8)) {
            var taken = 0;
            for (var offer : managers.invokeAll(offers)) {
                taken += offer.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(15);
        }
    }

    private boolean take(String referral, Instant now) {
        return places.take(programme, referral, 15, IN_HALF_A_YEAR, now);
    }
}
