@NullMarked
package uk.kinbridge.notification.delivery.worker;

import org.jspecify.annotations.NullMarked;
