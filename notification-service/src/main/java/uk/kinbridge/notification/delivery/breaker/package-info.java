/** What keeps a provider that is away from slowing anybody else down. */
@NullMarked
package uk.kinbridge.notification.delivery.breaker;

import org.jspecify.annotations.NullMarked;
