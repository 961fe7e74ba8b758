package uk.kinbridge.referral.family;

import java.time.Instant;

/** Who of a family has said that the services shall not work together on it. */
@FunctionalInterface
public interface RefusedJointWork {

    /** Whether somebody's last word on it is a no, or a yes that was taken back. */
    boolean isOnRecord(Family family, Instant now);
}
