/** What a safeguarding partnership sees of all disagreements of its area: patterns, without names or words. */
@NullMarked
package uk.kinbridge.escalation.board;

import org.jspecify.annotations.NullMarked;
