/** What a form asks of whom, what its answers establish, and the rules that no assessment gets around. */
@NullMarked
package uk.kinbridge.protocols.assessing;

import org.jspecify.annotations.NullMarked;
