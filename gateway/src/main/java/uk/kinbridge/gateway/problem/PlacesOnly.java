package uk.kinbridge.gateway.problem;

import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/** Prints what was thrown and where, and leaves out what it says: messages may quote what a person sent. */
public final class PlacesOnly implements StackTracePrinter {

    private static final int DEPTH = 30;

    private final StackTracePrinter standard = StandardStackTracePrinter.rootLast()
            .withMaximumThrowableDepth(DEPTH)
            .withFormatter(thrown -> thrown.getClass().getName());

    @Override
    public void printStackTrace(Throwable thrown, Appendable out) throws IOException {
        standard.printStackTrace(thrown, out);
    }
}
