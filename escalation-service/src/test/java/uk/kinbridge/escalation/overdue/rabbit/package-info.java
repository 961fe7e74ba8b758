@NullMarked
package uk.kinbridge.escalation.overdue.rabbit;

import org.jspecify.annotations.NullMarked;
