@NullMarked
package uk.kinbridge.escalation.overdue;

import org.jspecify.annotations.NullMarked;
