@NullMarked
package uk.kinbridge.platform.testing.architecture;

import org.jspecify.annotations.NullMarked;
