/** Logs that tell what happened without telling of whom. */
@NullMarked
package uk.kinbridge.platform.logging;

import org.jspecify.annotations.NullMarked;
