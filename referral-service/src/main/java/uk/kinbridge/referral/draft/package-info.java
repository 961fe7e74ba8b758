/** Referrals that somebody is still writing: saved as one types, and sent in one step. */
@NullMarked
package uk.kinbridge.referral.draft;

import org.jspecify.annotations.NullMarked;
