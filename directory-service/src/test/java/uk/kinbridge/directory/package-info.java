@NullMarked
package uk.kinbridge.directory;

import org.jspecify.annotations.NullMarked;
