/** What others must hear of treatments. */
@NullMarked
package uk.kinbridge.referral.treatment.rabbit;

import org.jspecify.annotations.NullMarked;
