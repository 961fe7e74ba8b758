@NullMarked
package uk.kinbridge.notification.config;

import org.jspecify.annotations.NullMarked;
