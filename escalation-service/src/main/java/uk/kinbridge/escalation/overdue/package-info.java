/** What is overdue and stays overdue: a concern at the owner's manager, a disagreement in one step (JWP-14). */
@NullMarked
package uk.kinbridge.escalation.overdue;

import org.jspecify.annotations.NullMarked;
