/** Bounds of what a request may bring. */
@NullMarked
package uk.kinbridge.platform.web.limit;

import org.jspecify.annotations.NullMarked;
