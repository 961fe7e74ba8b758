/** Registering a system over HTTP. */
@NullMarked
package uk.kinbridge.notification.webhook.web;

import org.jspecify.annotations.NullMarked;
