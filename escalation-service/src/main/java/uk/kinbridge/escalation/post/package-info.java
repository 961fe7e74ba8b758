/** Who holds a role in an agency: the opposite numbers of a disagreement. */
@NullMarked
package uk.kinbridge.escalation.post;

import org.jspecify.annotations.NullMarked;
