package uk.kinbridge.platform.web.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import uk.kinbridge.platform.mongo.DatabaseAway;

/** A server that this one needs and that is away. */
enum Outage {
    DATABASE("The database does not answer."),
    SIGN_IN("The sign-in server does not answer, so your token cannot be checked.");

    private static final String NOTHING_SAVED = " Nothing was saved.";
    private static final String NOT_CERTAIN = " It stopped in the middle of this request, so it is not certain whether"
            + " it was saved. Send the same request again, with the same Idempotency-Key or If-Match: it will not be"
            + " saved twice.";

    private final String what;

    Outage(String what) {
        this.what = what;
    }

    String detail(boolean mayHaveWritten) {
        return what + (mayHaveWritten ? NOT_CERTAIN : NOTHING_SAVED);
    }

    /** Null when the exception tells of something else. */
    static @Nullable Outage in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (DatabaseAway.isSaidBy(cause)) {
                return DATABASE;
            }
            if (cause instanceof AuthenticationServiceException) {
                return SIGN_IN;
            }
        }
        return null;
    }
}
