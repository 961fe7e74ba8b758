@NullMarked
package uk.kinbridge.referral.exchange;

import org.jspecify.annotations.NullMarked;
