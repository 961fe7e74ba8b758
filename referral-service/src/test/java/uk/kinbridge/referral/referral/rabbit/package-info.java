@NullMarked
package uk.kinbridge.referral.referral.rabbit;

import org.jspecify.annotations.NullMarked;
