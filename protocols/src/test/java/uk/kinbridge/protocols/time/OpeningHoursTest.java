package uk.kinbridge.protocols.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    @Test
    void are_read_day_by_day() {
        var hours = OpeningHours.parse("Mon-Thu 08:30-17:00, Fri 08:30-16:30, Sun 00:00-24:00");

        assertThat(hours.opens(DayOfWeek.FRIDAY)).isEqualTo(8 * 60 + 30);
        assertThat(hours.closes(DayOfWeek.FRIDAY)).isEqualTo(16 * 60 + 30);
        assertThat(hours.closes(DayOfWeek.SUNDAY)).isEqualTo(24 * 60);
        assertThat(hours.isOpenOn(DayOfWeek.SATURDAY)).isFalse();
        assertThat(hours.onBankHolidays()).isFalse();
    }

    @Test
    void may_include_bank_holidays() {
        assertThat(OpeningHours.parse("Mon-Sun 08:00-20:00 including bank holidays")
                        .onBankHolidays())
                .isTrue();
        assertThat(OpeningHours.ALWAYS.onBankHolidays()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whenever",
                "Mon-Fri",
                "Mon-Fri 9-17",
                "Fri-Mon 09:00-17:00",
                "Mon 17:00-09:00",
                "Mon-Fri 09:00-17:00, Fri 10:00-11:00",
                "Mon 09:00-25:00",
                "Mon 09:61-10:00"
            })
    void are_refused_with_a_sentence_when_they_make_no_sense(String text) {
        assertThatThrownBy(() -> OpeningHours.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("opening hours");
    }
}
