/** What others must hear of a family record. */
@NullMarked
package uk.kinbridge.referral.family.rabbit;

import org.jspecify.annotations.NullMarked;
