/** Who carries deliveries, channel by channel, and how much waits for them. */
@NullMarked
package uk.kinbridge.notification.delivery.worker;

import org.jspecify.annotations.NullMarked;
