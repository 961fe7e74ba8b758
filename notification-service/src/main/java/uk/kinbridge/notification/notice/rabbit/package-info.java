/** Notices as events: what others ask for, and what they hear. */
@NullMarked
package uk.kinbridge.notification.notice.rabbit;

import org.jspecify.annotations.NullMarked;
