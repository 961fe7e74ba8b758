@NullMarked
package uk.kinbridge.platform.logging;

import org.jspecify.annotations.NullMarked;
