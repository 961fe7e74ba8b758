package uk.kinbridge.platform.web.problem;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AuthenticationServiceException;

/** What it means for the caller that a server which this one needs is away. */
enum Outage {
    /** No connection was made, so nothing can have been written. */
    DATABASE_AWAY("The database does not answer. Nothing was saved."),
    /** The connection broke after the question was sent: honesty forbids to say that nothing was saved. */
    DATABASE_LOST("The database stopped answering in the middle of this request, so it is not certain whether it was"
            + " saved. Send the same request again, with the same Idempotency-Key if it had one: it will not be"
            + " saved twice."),
    SIGN_IN_AWAY("The sign-in server does not answer, so your token cannot be checked. Nothing was saved.");

    private final String detail;

    Outage(String detail) {
        this.detail = detail;
    }

    String detail() {
        return detail;
    }

    /** Null when the exception tells of something else. */
    static @Nullable Outage in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case MongoTimeoutException away -> {
                    return DATABASE_AWAY;
                }
                case MongoSocketOpenException away -> {
                    return DATABASE_AWAY;
                }
                case MongoSecurityException away -> {
                    return DATABASE_AWAY;
                }
                case MongoServerUnavailableException away -> {
                    return DATABASE_AWAY;
                }
                case MongoException lost
                when mayHaveWritten(lost) -> {
                    return DATABASE_LOST;
                }
                case AuthenticationServiceException away -> {
                    return SIGN_IN_AWAY;
                }
                default -> {}
            }
        }
        return thrown instanceof DataAccessResourceFailureException ? DATABASE_LOST : null;
    }

    private static boolean mayHaveWritten(MongoException lost) {
        return lost instanceof MongoSocketException
                || lost instanceof MongoNotPrimaryException
                || lost instanceof MongoNodeIsRecoveringException
                || lost instanceof MongoWriteConcernException;
    }
}
