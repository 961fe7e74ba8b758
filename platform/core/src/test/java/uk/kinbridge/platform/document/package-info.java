@NullMarked
package uk.kinbridge.platform.document;

import org.jspecify.annotations.NullMarked;
