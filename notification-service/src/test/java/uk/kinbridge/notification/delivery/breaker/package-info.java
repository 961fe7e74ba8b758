@NullMarked
package uk.kinbridge.notification.delivery.breaker;

import org.jspecify.annotations.NullMarked;
