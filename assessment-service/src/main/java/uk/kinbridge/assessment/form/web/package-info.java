/** Forms over HTTP, as they are and as FHIR R4. */
@NullMarked
package uk.kinbridge.assessment.form.web;

import org.jspecify.annotations.NullMarked;
