/** Clocks of aggregates: what is due, from whom, by when. Pure; no framework. */
@NullMarked
package uk.kinbridge.platform.clock;

import org.jspecify.annotations.NullMarked;
