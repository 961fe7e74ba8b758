/** A whole suite of their own for the tests, and the means to kill its parts. */
@NullMarked
package uk.kinbridge.acceptance.stage;

import org.jspecify.annotations.NullMarked;
