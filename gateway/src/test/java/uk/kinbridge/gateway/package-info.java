@NullMarked
package uk.kinbridge.gateway;

import org.jspecify.annotations.NullMarked;
