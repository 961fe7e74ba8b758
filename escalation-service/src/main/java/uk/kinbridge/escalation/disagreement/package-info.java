/** Professional disagreements: who disagrees about what, on which rung of the ladder, and how it ended. */
@NullMarked
package uk.kinbridge.escalation.disagreement;

import org.jspecify.annotations.NullMarked;
