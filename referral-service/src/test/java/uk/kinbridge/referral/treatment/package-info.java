@NullMarked
package uk.kinbridge.referral.treatment;

import org.jspecify.annotations.NullMarked;
