@NullMarked
package uk.kinbridge.escalation.disagreement.rabbit;

import org.jspecify.annotations.NullMarked;
