@NullMarked
package uk.kinbridge.directory.openreferral;

import org.jspecify.annotations.NullMarked;
