/** The forms of the protocols, for those who fill them in and for other systems. */
@NullMarked
package uk.kinbridge.assessment.form;

import org.jspecify.annotations.NullMarked;
