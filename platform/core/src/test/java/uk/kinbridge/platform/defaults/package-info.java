@NullMarked
package uk.kinbridge.platform.defaults;

import org.jspecify.annotations.NullMarked;
