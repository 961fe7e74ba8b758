@NullMarked
package uk.kinbridge.notification.notice.rabbit;

import org.jspecify.annotations.NullMarked;
