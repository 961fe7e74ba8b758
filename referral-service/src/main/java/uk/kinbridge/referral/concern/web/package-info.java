/** Concerns over HTTP. */
@NullMarked
package uk.kinbridge.referral.concern.web;

import org.jspecify.annotations.NullMarked;
