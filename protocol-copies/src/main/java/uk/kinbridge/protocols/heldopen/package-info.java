/** Disagreements of which a record may be the subject: while one is open nothing about it is closed. */
@NullMarked
package uk.kinbridge.protocols.heldopen;

import org.jspecify.annotations.NullMarked;
