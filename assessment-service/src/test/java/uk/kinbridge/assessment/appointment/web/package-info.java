@NullMarked
package uk.kinbridge.assessment.appointment.web;

import org.jspecify.annotations.NullMarked;
