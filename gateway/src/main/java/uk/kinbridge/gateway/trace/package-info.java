@NullMarked
package uk.kinbridge.gateway.trace;

import org.jspecify.annotations.NullMarked;
