/** Referrals and the events of other services. */
@NullMarked
package uk.kinbridge.referral.referral.rabbit;

import org.jspecify.annotations.NullMarked;
