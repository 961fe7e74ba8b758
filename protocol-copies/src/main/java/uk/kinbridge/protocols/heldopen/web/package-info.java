/** How a record says that it is held open. */
@NullMarked
package uk.kinbridge.protocols.heldopen.web;

import org.jspecify.annotations.NullMarked;
