/** Patterns over HTTP. */
@NullMarked
package uk.kinbridge.escalation.board.web;

import org.jspecify.annotations.NullMarked;
