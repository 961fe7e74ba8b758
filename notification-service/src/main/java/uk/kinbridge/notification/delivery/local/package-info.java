/** The mail catcher of a local demonstration. */
@NullMarked
package uk.kinbridge.notification.delivery.local;

import org.jspecify.annotations.NullMarked;
