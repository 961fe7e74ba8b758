@NullMarked
package uk.kinbridge.assessment.appointment.rabbit;

import org.jspecify.annotations.NullMarked;
