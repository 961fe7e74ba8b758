@NullMarked
package uk.kinbridge.escalation.disagreement;

import org.jspecify.annotations.NullMarked;
