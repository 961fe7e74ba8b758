package uk.kinbridge.referral.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The places of programmes that take only so many at one time (SAL-19). */
public interface Places {

    /**
     * Takes a place for a referral, at most once for each; never more are taken at one time than there are.
     *
     * @param programme which programme of which agency
     * @param places how many there are
     * @param until when the place is free again; null for never by itself
     * @return false when every place is taken
     */
    boolean take(String programme, String referralId, int places, @Nullable Instant until, Instant now);

    /** Gives the referral's place back, if it has one. */
    void release(String programme, String referralId);
}
