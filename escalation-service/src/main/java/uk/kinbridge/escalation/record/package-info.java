/** Records of other services that people disagree about. */
@NullMarked
package uk.kinbridge.escalation.record;

import org.jspecify.annotations.NullMarked;
