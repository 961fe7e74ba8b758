/** Assessments: what was asked and answered, by whom, what follows from it, and how it stays alive. */
@NullMarked
package uk.kinbridge.assessment.assessment;

import org.jspecify.annotations.NullMarked;
