/** Whether information may go from one agency to another, which of it, and why: a pure decision that explains itself. */
@NullMarked
package uk.kinbridge.protocols.sharing;

import org.jspecify.annotations.NullMarked;
