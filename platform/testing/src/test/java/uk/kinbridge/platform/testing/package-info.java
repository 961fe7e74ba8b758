@NullMarked
package uk.kinbridge.platform.testing;

import org.jspecify.annotations.NullMarked;
