/** Classes that break each rule of the architecture once, to prove that the rules can fail. */
@NullMarked
package uk.kinbridge.gateway.wrong;

import org.jspecify.annotations.NullMarked;
