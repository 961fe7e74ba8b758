@NullMarked
package uk.kinbridge.platform;

import org.jspecify.annotations.NullMarked;
