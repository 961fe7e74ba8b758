@NullMarked
package uk.kinbridge.referral.referral;

import org.jspecify.annotations.NullMarked;
