@NullMarked
package uk.kinbridge.platform.letters;

import org.jspecify.annotations.NullMarked;
