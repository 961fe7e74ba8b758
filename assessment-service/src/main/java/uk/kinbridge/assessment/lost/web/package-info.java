/** Searches over HTTP. */
@NullMarked
package uk.kinbridge.assessment.lost.web;

import org.jspecify.annotations.NullMarked;
