@NullMarked
package uk.kinbridge.referral.protocol;

import org.jspecify.annotations.NullMarked;
