/** Says over HTTP what is not there yet. */
@NullMarked
package uk.kinbridge.assessment.notyet.web;

import org.jspecify.annotations.NullMarked;
