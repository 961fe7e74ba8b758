/** Appointments over HTTP, and as a calendar. */
@NullMarked
package uk.kinbridge.assessment.appointment.web;

import org.jspecify.annotations.NullMarked;
