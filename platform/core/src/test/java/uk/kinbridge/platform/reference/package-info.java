@NullMarked
package uk.kinbridge.platform.reference;

import org.jspecify.annotations.NullMarked;
