/** Appointments in MongoDB. */
@NullMarked
package uk.kinbridge.assessment.appointment.mongo;

import org.jspecify.annotations.NullMarked;
