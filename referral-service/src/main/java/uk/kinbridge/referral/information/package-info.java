/** Consent, capacity, and whether information may go to somebody: asked, decided, kept with its reason. */
@NullMarked
package uk.kinbridge.referral.information;

import org.jspecify.annotations.NullMarked;
