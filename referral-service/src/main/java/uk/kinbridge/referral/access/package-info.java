/** What the log of looks calls the records of this service. */
@NullMarked
package uk.kinbridge.referral.access;

import org.jspecify.annotations.NullMarked;
