@NullMarked
package uk.kinbridge.platform.background;

import org.jspecify.annotations.NullMarked;
