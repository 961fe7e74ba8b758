/** Keeping what is in memory up with what others have written. */
@NullMarked
package uk.kinbridge.directory.refresh;

import org.jspecify.annotations.NullMarked;
