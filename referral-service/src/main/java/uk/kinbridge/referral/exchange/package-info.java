/** Referrals between systems: what one says to another, and what an agency's own system may have done here. */
@NullMarked
package uk.kinbridge.referral.exchange;

import org.jspecify.annotations.NullMarked;
