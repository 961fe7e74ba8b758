@NullMarked
package uk.kinbridge.notification;

import org.jspecify.annotations.NullMarked;
