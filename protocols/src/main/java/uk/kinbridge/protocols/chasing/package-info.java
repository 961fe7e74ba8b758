/** What is done about notices that nobody acknowledges. */
@NullMarked
package uk.kinbridge.protocols.chasing;

import org.jspecify.annotations.NullMarked;
