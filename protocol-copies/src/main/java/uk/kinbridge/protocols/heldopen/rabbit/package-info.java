/** The news of disagreements. */
@NullMarked
package uk.kinbridge.protocols.heldopen.rabbit;

import org.jspecify.annotations.NullMarked;
