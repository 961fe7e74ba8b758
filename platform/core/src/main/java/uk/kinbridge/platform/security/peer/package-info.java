/** Tokens for calls to the other services of the suite. */
@NullMarked
package uk.kinbridge.platform.security.peer;

import org.jspecify.annotations.NullMarked;
