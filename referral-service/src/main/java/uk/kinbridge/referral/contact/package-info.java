/** Talks and alerts about a family: whom somebody told or asked, and what came of it. */
@NullMarked
package uk.kinbridge.referral.contact;

import org.jspecify.annotations.NullMarked;
