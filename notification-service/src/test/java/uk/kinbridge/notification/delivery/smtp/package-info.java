@NullMarked
package uk.kinbridge.notification.delivery.smtp;

import org.jspecify.annotations.NullMarked;
