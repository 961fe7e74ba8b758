package uk.kinbridge.platform.logging;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * Prints where it happened, and leaves out what the exception says: messages quote values, and in this suite values are
 * names and addresses. Only messages about machines and configuration are kept.
 */
public final class MessagelessStackTrace implements StackTracePrinter {

    /** Exceptions that speak of servers, beans and settings, never of what a person typed. */
    private static final List<String> ABOUT_MACHINES = List.of(
            "java.net.",
            "java.util.concurrent.TimeoutException",
            "com.mongodb.MongoTimeoutException",
            "com.mongodb.MongoSocket",
            "com.mongodb.MongoSecurityException",
            "com.rabbitmq.client.PossibleAuthenticationFailureException",
            "org.springframework.amqp.AmqpConnectException",
            "org.springframework.beans.",
            "org.springframework.boot.",
            "org.springframework.context.ApplicationContextException");

    private static final int TOP_FRAMES = 12;

    @Override
    public void printStackTrace(Throwable thrown, Appendable out) throws IOException {
        print(thrown, "", out, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void print(Throwable thrown, String prefix, Appendable out, Set<Throwable> seen) throws IOException {
        if (!seen.add(thrown)) {
            return;
        }
        out.append(prefix).append(headline(thrown)).append('\n');
        frames(thrown.getStackTrace(), out);
        for (Throwable suppressed : thrown.getSuppressed()) {
            print(suppressed, "Suppressed: ", out, seen);
        }
        Throwable cause = thrown.getCause();
        if (cause != null) {
            print(cause, "Caused by: ", out, seen);
        }
    }

    /** The top of the stack, and below it only our own classes: the rest of a web request's stack is always the same. */
    private static void frames(StackTraceElement[] frames, Appendable out) throws IOException {
        for (int i = 0; i < frames.length; i++) {
            if (i < TOP_FRAMES || frames[i].getClassName().startsWith("uk.kinbridge.")) {
                out.append("\tat ").append(frames[i].toString()).append('\n');
            }
        }
    }

    private static String headline(Throwable thrown) {
        String type = thrown.getClass().getName();
        return ABOUT_MACHINES.stream().anyMatch(type::startsWith) ? type + ": " + thrown.getMessage() : type;
    }
}
