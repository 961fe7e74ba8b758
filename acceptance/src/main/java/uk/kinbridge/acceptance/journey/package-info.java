/** Journeys: a protocol's pathway played by its people, step by step, over the public API. */
@NullMarked
package uk.kinbridge.acceptance.journey;

import org.jspecify.annotations.NullMarked;
