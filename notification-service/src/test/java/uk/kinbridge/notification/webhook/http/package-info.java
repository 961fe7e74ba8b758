@NullMarked
package uk.kinbridge.notification.webhook.http;

import org.jspecify.annotations.NullMarked;
