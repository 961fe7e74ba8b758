/** The family record over HTTP. */
@NullMarked
package uk.kinbridge.assessment.family.feign;

import org.jspecify.annotations.NullMarked;
