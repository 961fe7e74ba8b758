/** How Feign clients ask other services; only for services that use Feign. */
@NullMarked
package uk.kinbridge.platform.security.peer.feign;

import org.jspecify.annotations.NullMarked;
