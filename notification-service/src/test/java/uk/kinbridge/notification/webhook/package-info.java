@NullMarked
package uk.kinbridge.notification.webhook;

import org.jspecify.annotations.NullMarked;
