@NullMarked
package uk.kinbridge.notification.delivery;

import org.jspecify.annotations.NullMarked;
