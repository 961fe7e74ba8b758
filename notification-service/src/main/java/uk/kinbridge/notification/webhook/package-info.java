/** The systems of agencies that are told of notices, by signed webhooks. */
@NullMarked
package uk.kinbridge.notification.webhook;

import org.jspecify.annotations.NullMarked;
