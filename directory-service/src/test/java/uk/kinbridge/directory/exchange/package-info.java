@NullMarked
package uk.kinbridge.directory.exchange;

import org.jspecify.annotations.NullMarked;
