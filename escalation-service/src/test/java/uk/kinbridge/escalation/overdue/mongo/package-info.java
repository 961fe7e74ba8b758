@NullMarked
package uk.kinbridge.escalation.overdue.mongo;

import org.jspecify.annotations.NullMarked;
