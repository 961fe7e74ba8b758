/** The inbox over HTTP: lists, receipts and the stream. */
@NullMarked
package uk.kinbridge.notification.notice.web;

import org.jspecify.annotations.NullMarked;
