@NullMarked
package uk.kinbridge.escalation.board;

import org.jspecify.annotations.NullMarked;
