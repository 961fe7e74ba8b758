/** Notices in the database, and the feed of what has changed. */
@NullMarked
package uk.kinbridge.notification.notice.mongo;

import org.jspecify.annotations.NullMarked;
