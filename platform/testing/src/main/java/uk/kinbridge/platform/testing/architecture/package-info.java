/** The house rules of the code, as tests. */
@NullMarked
package uk.kinbridge.platform.testing.architecture;

import org.jspecify.annotations.NullMarked;
