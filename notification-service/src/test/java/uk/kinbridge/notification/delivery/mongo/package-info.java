@NullMarked
package uk.kinbridge.notification.delivery.mongo;

import org.jspecify.annotations.NullMarked;
