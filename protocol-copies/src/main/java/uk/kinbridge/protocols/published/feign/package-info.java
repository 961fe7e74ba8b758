/** Protocols as the directory publishes them. */
@NullMarked
package uk.kinbridge.protocols.published.feign;

import org.jspecify.annotations.NullMarked;
