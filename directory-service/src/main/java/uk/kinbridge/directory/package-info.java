/** Whom to call, who works where, and which protocol is in force. */
@NullMarked
package uk.kinbridge.directory;

import org.jspecify.annotations.NullMarked;
