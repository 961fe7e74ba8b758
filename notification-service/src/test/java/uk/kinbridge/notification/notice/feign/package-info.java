@NullMarked
package uk.kinbridge.notification.notice.feign;

import org.jspecify.annotations.NullMarked;
