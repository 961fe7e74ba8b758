package uk.kinbridge.referral.family;

import java.time.Instant;

/**
 * What else is kept about two families that were one for a while. What was said in that time about somebody who was on
 * both records, and must count for whichever of the two was meant, is kept for the other record before it stands for
 * itself again. It may be called more than once for one parting.
 */
@FunctionalInterface
public interface GoingApart {

    /**
     * The merge is about to be taken back, or has just been.
     *
     * @param kept the record that is kept
     * @param other the one that will stand for itself
     */
    void goingApart(Family kept, Family other, Merge merge, Instant now);
}
