/** Referrals: what a protocol's pathway asks for, its clocks, who is told, who has acknowledged. */
@NullMarked
package uk.kinbridge.referral.referral;

import org.jspecify.annotations.NullMarked;
