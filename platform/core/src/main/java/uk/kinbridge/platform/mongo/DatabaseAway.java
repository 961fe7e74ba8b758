package uk.kinbridge.platform.mongo;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import org.springframework.dao.DataAccessResourceFailureException;

/** Tells a database that is away from one that refuses: what it refuses it will refuse again. */
public final class DatabaseAway {

    private DatabaseAway() {}

    /** Whether this exception, its causes not looked at, says that the database cannot be reached or cannot write now. */
    public static boolean isSaidBy(Throwable thrown) {
        return thrown instanceof DataAccessResourceFailureException
                || thrown instanceof MongoTimeoutException
                || thrown instanceof MongoSocketException
                || thrown instanceof MongoSecurityException
                || thrown instanceof MongoServerUnavailableException
                || thrown instanceof MongoNotPrimaryException
                || thrown instanceof MongoNodeIsRecoveringException
                || thrown instanceof MongoWriteConcernException;
    }
}
