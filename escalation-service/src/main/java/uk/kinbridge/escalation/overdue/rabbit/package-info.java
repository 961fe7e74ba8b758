/** What is overdue, and the events of other services. */
@NullMarked
package uk.kinbridge.escalation.overdue.rabbit;

import org.jspecify.annotations.NullMarked;
