/** The one injected source of time. */
@NullMarked
package uk.kinbridge.platform.time;

import org.jspecify.annotations.NullMarked;
