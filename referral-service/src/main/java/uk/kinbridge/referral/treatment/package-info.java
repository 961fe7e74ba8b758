/** Treatments of members of families, and who has to know of them. */
@NullMarked
package uk.kinbridge.referral.treatment;

import org.jspecify.annotations.NullMarked;
