/** What is overdue, over HTTP. */
@NullMarked
package uk.kinbridge.escalation.overdue.web;

import org.jspecify.annotations.NullMarked;
