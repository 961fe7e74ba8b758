@NullMarked
package uk.kinbridge.protocols.heldopen;

import org.jspecify.annotations.NullMarked;
