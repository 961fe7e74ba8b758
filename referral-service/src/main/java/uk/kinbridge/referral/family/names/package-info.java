/** How names sound, as a library knows it. */
@NullMarked
package uk.kinbridge.referral.family.names;

import org.jspecify.annotations.NullMarked;
