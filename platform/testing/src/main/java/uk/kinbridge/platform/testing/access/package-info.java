/** Who may do what, written down and tried out for every operation. */
@NullMarked
package uk.kinbridge.platform.testing.access;

import org.jspecify.annotations.NullMarked;
