@NullMarked
package uk.kinbridge.referral.information;

import org.jspecify.annotations.NullMarked;
