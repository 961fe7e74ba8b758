/** The family record over HTTP. */
@NullMarked
package uk.kinbridge.referral.family.web;

import org.jspecify.annotations.NullMarked;
