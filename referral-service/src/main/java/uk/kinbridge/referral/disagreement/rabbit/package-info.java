/** The news of disagreements. */
@NullMarked
package uk.kinbridge.referral.disagreement.rabbit;

import org.jspecify.annotations.NullMarked;
