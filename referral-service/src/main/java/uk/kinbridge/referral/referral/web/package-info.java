/** Referrals over HTTP. */
@NullMarked
package uk.kinbridge.referral.referral.web;

import org.jspecify.annotations.NullMarked;
