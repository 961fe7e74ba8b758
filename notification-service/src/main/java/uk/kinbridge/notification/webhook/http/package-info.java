/** Calling a registered system: signed, and only where the allow rule lets us. */
@NullMarked
package uk.kinbridge.notification.webhook.http;

import org.jspecify.annotations.NullMarked;
