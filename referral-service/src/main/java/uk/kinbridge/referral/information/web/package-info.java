/** Consent and sharing decisions over HTTP. */
@NullMarked
package uk.kinbridge.referral.information.web;

import org.jspecify.annotations.NullMarked;
