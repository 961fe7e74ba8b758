@NullMarked
package uk.kinbridge.gateway.wrong.trace;

import org.jspecify.annotations.NullMarked;
