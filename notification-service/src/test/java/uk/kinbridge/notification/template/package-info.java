@NullMarked
package uk.kinbridge.notification.template;

import org.jspecify.annotations.NullMarked;
