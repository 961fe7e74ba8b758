/** Disagreements over HTTP. */
@NullMarked
package uk.kinbridge.escalation.disagreement.web;

import org.jspecify.annotations.NullMarked;
