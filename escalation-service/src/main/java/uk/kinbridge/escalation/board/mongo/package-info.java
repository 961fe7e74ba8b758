/** Patterns from the stored disagreements. */
@NullMarked
package uk.kinbridge.escalation.board.mongo;

import org.jspecify.annotations.NullMarked;
