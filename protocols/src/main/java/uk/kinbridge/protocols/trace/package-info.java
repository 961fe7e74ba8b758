/** Which obligation is kept where, and what proves it. */
@NullMarked
package uk.kinbridge.protocols.trace;

import org.jspecify.annotations.NullMarked;
