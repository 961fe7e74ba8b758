/** The local protocols that referrals run under, whether or not the directory answers. */
@NullMarked
package uk.kinbridge.referral.protocol;

import org.jspecify.annotations.NullMarked;
