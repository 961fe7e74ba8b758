/** Where the service is wired together; the only place that asks for the present time. */
@NullMarked
package uk.kinbridge.notification.config;

import org.jspecify.annotations.NullMarked;
