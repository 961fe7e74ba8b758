/** What the notices of all features have in common. */
@NullMarked
package uk.kinbridge.referral.notice;

import org.jspecify.annotations.NullMarked;
