@NullMarked
package uk.kinbridge.platform.time;

import org.jspecify.annotations.NullMarked;
