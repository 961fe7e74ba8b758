/** Registered systems in the database. */
@NullMarked
package uk.kinbridge.notification.webhook.mongo;

import org.jspecify.annotations.NullMarked;
