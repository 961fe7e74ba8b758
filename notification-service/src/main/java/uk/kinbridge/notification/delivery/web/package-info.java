/** Deliveries over HTTP: what waits, what is in doubt, what is dead, and what a person does about it. */
@NullMarked
package uk.kinbridge.notification.delivery.web;

import org.jspecify.annotations.NullMarked;
