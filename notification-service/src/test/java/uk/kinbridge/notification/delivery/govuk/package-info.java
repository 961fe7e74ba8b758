@NullMarked
package uk.kinbridge.notification.delivery.govuk;

import org.jspecify.annotations.NullMarked;
