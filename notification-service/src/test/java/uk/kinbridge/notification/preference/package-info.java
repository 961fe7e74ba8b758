@NullMarked
package uk.kinbridge.notification.preference;

import org.jspecify.annotations.NullMarked;
