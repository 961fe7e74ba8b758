package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HAC-08: a number with a slip is noticed before it finds somebody else. */
class NhsNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"943 476 5919", "9434765919", "999-000-0018"})
    void the_check_digit_fits(String number) {
        assertThat(NhsNumber.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9434765918", "943476591", "94347659190", "943476591X", "", "9990000000"})
    void anything_else_is_none(String number) {
        assertThat(NhsNumber.isValid(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void one_wrong_digit_is_always_noticed(int place) {
        var right = "9434765919";
        char other = right.charAt(place) == '1' ? '2' : '1';

        assertThat(NhsNumber.isValid(right.substring(0, place) + other + right.substring(place + 1)))
                .isFalse();
    }
}
