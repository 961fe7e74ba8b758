@NullMarked
package uk.kinbridge.gateway.routing;

import org.jspecify.annotations.NullMarked;
