/** Uploaded documents over HTTP. */
@NullMarked
package uk.kinbridge.referral.document.web;

import org.jspecify.annotations.NullMarked;
