/** People's addresses, as the directory knows them. */
@NullMarked
package uk.kinbridge.notification.delivery.http;

import org.jspecify.annotations.NullMarked;
