@NullMarked
package uk.kinbridge.directory.protocol;

import org.jspecify.annotations.NullMarked;
