package uk.kinbridge.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class BrokersTest {

    @Test
    void the_given_broker_is_used() {
        assertThat(Brokers.uri("amqp://localhost:5672")).isEqualTo("amqp://localhost:5672");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void without_a_broker_a_test_says_what_to_do(@Nullable String nothing) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Brokers.uri(nothing))
                .withMessageContaining("./kinbridge test")
                .withMessageContaining("RABBITMQ_URI");
    }
}
