/** Deliveries in the database, claimed channel by channel. */
@NullMarked
package uk.kinbridge.notification.delivery.mongo;

import org.jspecify.annotations.NullMarked;
