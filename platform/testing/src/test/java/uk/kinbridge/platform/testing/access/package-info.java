@NullMarked
package uk.kinbridge.platform.testing.access;

import org.jspecify.annotations.NullMarked;
