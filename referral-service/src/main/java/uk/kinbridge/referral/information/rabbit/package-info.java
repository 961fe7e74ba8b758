/** What others must hear of consent and sharing. */
@NullMarked
package uk.kinbridge.referral.information.rabbit;

import org.jspecify.annotations.NullMarked;
