package uk.kinbridge.directory.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.pack.Packs;

/** JWP-19: what somebody asks about another day is understood by what is in force on that day. */
class QuestionTest {

    /** In force from 2024-01-01 on. */
    private static final Packs PACKS = new Packs(List.of(WhomToCallTest.northshire()));

    private static final Instant BEFORE = Instant.parse("2023-12-31T12:00:00Z");
    private static final Instant AFTER = Instant.parse("2024-01-02T12:00:00Z");

    @Test
    void an_area_whose_protocol_begins_tomorrow_can_be_asked_about_for_then() {
        assertThat(asked(AFTER.toString(), BEFORE)).isInstanceOf(Question.Clear.class);
    }

    @Test
    void an_area_without_a_protocol_on_that_day_is_not_known_then() {
        assertThat(asked(BEFORE.toString(), AFTER)).isInstanceOf(Question.Unclear.class);
    }

    @Test
    void without_another_moment_today_counts() {
        assertThat(asked(null, AFTER)).isInstanceOf(Question.Clear.class);
        assertThat(asked(null, BEFORE)).isInstanceOf(Question.Unclear.class);
    }

    private static Question asked(@Nullable String at, Instant now) {
        return Question.of(PACKS, "northshire", "child-protection", at, now);
    }
}
