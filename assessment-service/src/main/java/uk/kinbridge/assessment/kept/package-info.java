/** What every record of this service keeps: who acted, under which protocol, what happened. */
@NullMarked
package uk.kinbridge.assessment.kept;

import org.jspecify.annotations.NullMarked;
