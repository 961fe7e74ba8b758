/** The family record, which referral-service keeps: asked with the caller's own token. */
@NullMarked
package uk.kinbridge.assessment.family;

import org.jspecify.annotations.NullMarked;
