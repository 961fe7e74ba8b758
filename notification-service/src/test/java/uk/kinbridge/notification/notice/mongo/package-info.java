@NullMarked
package uk.kinbridge.notification.notice.mongo;

import org.jspecify.annotations.NullMarked;
