@NullMarked
package uk.kinbridge.referral.concern;

import org.jspecify.annotations.NullMarked;
