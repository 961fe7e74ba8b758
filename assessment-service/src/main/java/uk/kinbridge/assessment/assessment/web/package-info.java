/** Assessments over HTTP. */
@NullMarked
package uk.kinbridge.assessment.assessment.web;

import org.jspecify.annotations.NullMarked;
