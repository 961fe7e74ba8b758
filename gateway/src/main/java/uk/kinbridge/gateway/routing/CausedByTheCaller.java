package uk.kinbridge.gateway.routing;

import java.util.function.Predicate;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.gateway.problem.BodyTooLargeException;

/** Failures that say nothing about the service, so that no caller can open the circuit breaker for the others. */
public final class CausedByTheCaller implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable thrown) {
        for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof BodyTooLargeException || at instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }
}
