@NullMarked
package uk.kinbridge.referral.family;

import org.jspecify.annotations.NullMarked;
