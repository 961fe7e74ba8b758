@NullMarked
package uk.kinbridge.referral.draft;

import org.jspecify.annotations.NullMarked;
