/** Disagreements of which a referral may be the subject: while one is open nothing about it is closed. */
@NullMarked
package uk.kinbridge.referral.disagreement;

import org.jspecify.annotations.NullMarked;
