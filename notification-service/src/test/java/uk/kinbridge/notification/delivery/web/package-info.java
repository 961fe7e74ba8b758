@NullMarked
package uk.kinbridge.notification.delivery.web;

import org.jspecify.annotations.NullMarked;
