@NullMarked
package uk.kinbridge.referral;

import org.jspecify.annotations.NullMarked;
