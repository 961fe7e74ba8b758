@NullMarked
package uk.kinbridge.protocols.published;

import org.jspecify.annotations.NullMarked;
