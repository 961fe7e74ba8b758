@NullMarked
package uk.kinbridge.notification.notice.web;

import org.jspecify.annotations.NullMarked;
