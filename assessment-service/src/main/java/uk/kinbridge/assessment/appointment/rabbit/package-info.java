/** Appointments and the events of the suite. */
@NullMarked
package uk.kinbridge.assessment.appointment.rabbit;

import org.jspecify.annotations.NullMarked;
