package uk.kinbridge.platform.web.etag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.kinbridge.platform.web.problem.ProblemException;
import uk.kinbridge.platform.web.problem.ProblemType;

class IfMatchTest {

    @Test
    void reads_back_the_tag_that_was_given() {
        assertThat(IfMatch.parse(EntityTag.of(42))).isEqualTo(new IfMatch(42));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "*")
    void a_change_without_a_version_is_428(@Nullable String header) {
        assertThatThrownBy(() -> IfMatch.parse(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.VERSION_REQUIRED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"3\"", "3", "\"abc\"", "\"3\", \"4\"", "\"99999999999999999999\""})
    void a_tag_that_cannot_be_the_present_one_is_412(String header) {
        assertThatThrownBy(() -> IfMatch.parse(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.STALE));
    }
}
