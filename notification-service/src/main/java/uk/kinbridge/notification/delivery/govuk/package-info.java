/** E-mail and text by GOV.UK Notify. */
@NullMarked
package uk.kinbridge.notification.delivery.govuk;

import org.jspecify.annotations.NullMarked;
