package uk.kinbridge.directory.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;

class ThisMinuteTest {

    private static final Instant MINUTE = Instant.parse("2026-12-26T03:00:00Z");

    private final Packs packs = Packs.shipped();
    private final ThisMinute thisMinute = new ThisMinute();
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void works_an_answer_out_once_in_a_minute() {
        Answer first = ask(packs, "hackney", MINUTE);

        assertThat(ask(packs, "hackney", MINUTE)).isSameAs(first);
        assertThat(worked).hasValue(1);
    }

    @Test
    void keeps_the_answers_of_different_questions_apart() {
        assertThat(ask(packs, "hackney", MINUTE)).isNotEqualTo(ask(packs, "salford", MINUTE));
        assertThat(worked).hasValue(2);
    }

    @Test
    void forgets_with_the_minute() {
        ask(packs, "hackney", MINUTE);

        assertThat(ask(packs, "hackney", MINUTE.plus(Duration.ofMinutes(1))).at())
                .isEqualTo("2026-12-26T03:01:00Z");
        assertThat(worked).hasValue(2);
    }

    @Test
    void forgets_when_something_is_published() {
        ask(packs, "hackney", MINUTE);
        ask(new Packs(packs.all()), "hackney", MINUTE);

        assertThat(worked).hasValue(2);
    }

    private Answer ask(Packs published, String area, Instant minute) {
        var question = new Question.Clear(new AreaId(area), Need.CHILD_PROTECTION, minute);
        return thisMinute.answer(published, question, asked -> {
            worked.incrementAndGet();
            return new WhomToCall(published, BankHolidays.shipped()).answer(asked.area(), asked.need(), asked.at());
        });
    }
}
