/** What this service does not keep yet. */
@NullMarked
package uk.kinbridge.assessment.notyet;

import org.jspecify.annotations.NullMarked;
