/** Appointments: offered, taken up or missed, and what their absence leads to (HAC-05, HAC-06, SAL-20). */
@NullMarked
package uk.kinbridge.assessment.appointment;

import org.jspecify.annotations.NullMarked;
