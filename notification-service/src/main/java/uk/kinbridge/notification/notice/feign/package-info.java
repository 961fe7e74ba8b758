/** Who answers for a recipient, as the directory knows it. */
@NullMarked
package uk.kinbridge.notification.notice.feign;

import org.jspecify.annotations.NullMarked;
