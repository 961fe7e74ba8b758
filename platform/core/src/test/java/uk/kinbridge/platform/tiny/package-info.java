@NullMarked
package uk.kinbridge.platform.tiny;

import org.jspecify.annotations.NullMarked;
