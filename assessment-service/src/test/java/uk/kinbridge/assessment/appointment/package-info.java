@NullMarked
package uk.kinbridge.assessment.appointment;

import org.jspecify.annotations.NullMarked;
