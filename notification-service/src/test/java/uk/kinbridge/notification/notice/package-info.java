@NullMarked
package uk.kinbridge.notification.notice;

import org.jspecify.annotations.NullMarked;
