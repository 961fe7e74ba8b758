/** Talks and alerts over HTTP. */
@NullMarked
package uk.kinbridge.referral.contact.web;

import org.jspecify.annotations.NullMarked;
