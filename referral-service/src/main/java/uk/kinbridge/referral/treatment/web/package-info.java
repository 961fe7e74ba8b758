/** Treatments over HTTP. */
@NullMarked
package uk.kinbridge.referral.treatment.web;

import org.jspecify.annotations.NullMarked;
