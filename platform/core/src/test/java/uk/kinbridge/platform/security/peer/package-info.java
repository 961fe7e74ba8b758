@NullMarked
package uk.kinbridge.platform.security.peer;

import org.jspecify.annotations.NullMarked;
