/** Disagreements in MongoDB. */
@NullMarked
package uk.kinbridge.escalation.disagreement.mongo;

import org.jspecify.annotations.NullMarked;
