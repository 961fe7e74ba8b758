/** Journeys, as tests. */
@NullMarked
package uk.kinbridge.acceptance.journey;

import org.jspecify.annotations.NullMarked;
