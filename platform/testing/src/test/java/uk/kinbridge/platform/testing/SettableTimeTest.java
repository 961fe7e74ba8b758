package uk.kinbridge.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettableTimeTest {

    @Test
    void stands_still_until_it_is_moved() {
        SettableTime time = SettableTime.at("2026-03-27T16:30:00Z");
        assertThat(time.instant()).isEqualTo(time.instant());
        time.advance(Duration.ofHours(24));
        assertThat(time.instant()).isEqualTo(Instant.parse("2026-03-28T16:30:00Z"));
        time.set(Instant.EPOCH);
        assertThat(time.instant()).isEqualTo(Instant.EPOCH);
    }
}
