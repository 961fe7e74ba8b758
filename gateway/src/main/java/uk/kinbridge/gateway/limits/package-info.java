@NullMarked
package uk.kinbridge.gateway.limits;

import org.jspecify.annotations.NullMarked;
