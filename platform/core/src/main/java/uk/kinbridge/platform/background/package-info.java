/** Work that goes on in the background for as long as the service lives. */
@NullMarked
package uk.kinbridge.platform.background;

import org.jspecify.annotations.NullMarked;
