package uk.kinbridge.assessment.family;

import java.time.Instant;
import uk.kinbridge.platform.security.Caller;

/** Family records and referrals, as referral-service shows them to the caller whose request is being handled. */
public interface FamilyRecords {

    /** What asking leads to. */
    sealed interface Answer<T> {
        /**
         * It is there for the caller.
         *
         * @param asOf when referral-service said so; earlier than now when it does not answer at present
         */
        record Known<T>(T what, Instant asOf) implements Answer<T> {}

        /** There is none for this caller. */
        record NotForCaller<T>() implements Answer<T> {}

        /** referral-service does not answer, and has not answered this caller before. Nothing may be lost for that. */
        record Unreachable<T>() implements Answer<T> {}
    }

    /** The family of that id. */
    Answer<KnownFamily> family(String id, Caller caller);

    /** The referral of that id. */
    Answer<KnownReferral> referral(String id, Caller caller);
}
