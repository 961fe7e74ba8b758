@NullMarked
package uk.kinbridge.escalation.record.http;

import org.jspecify.annotations.NullMarked;
