@NullMarked
package uk.kinbridge.platform.clock;

import org.jspecify.annotations.NullMarked;
