package uk.kinbridge.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class MessagelessStackTraceTest {

    private final MessagelessStackTrace printer = new MessagelessStackTrace();

    @Test
    void leaves_out_what_exceptions_say_and_keeps_where_they_were_thrown() {
        Exception thrown = new IllegalStateException("Marguerite", new IllegalArgumentException("Marguerite too"));
        thrown.addSuppressed(new RuntimeException("and Marguerite"));
        assertThat(printer.printStackTraceToString(thrown))
                .doesNotContain("Marguerite")
                .contains("java.lang.IllegalStateException\n\tat " + getClass().getName())
                .contains("Suppressed: java.lang.RuntimeException")
                .contains("Caused by: java.lang.IllegalArgumentException");
    }

    @Test
    void keeps_what_is_said_about_machines() {
        assertThat(printer.printStackTraceToString(new ConnectException("Connection refused")))
                .startsWith("java.net.ConnectException: Connection refused");
    }

    @Test
    void does_not_run_in_circles() {
        Exception first = new IllegalStateException();
        Exception second = new IllegalStateException(first);
        first.initCause(second);
        assertThat(printer.printStackTraceToString(first)).isNotEmpty();
    }
}
