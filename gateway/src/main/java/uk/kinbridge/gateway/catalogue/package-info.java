@NullMarked
package uk.kinbridge.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
