@NullMarked
package uk.kinbridge.escalation;

import org.jspecify.annotations.NullMarked;
