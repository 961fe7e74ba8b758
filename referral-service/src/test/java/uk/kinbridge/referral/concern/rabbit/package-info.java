@NullMarked
package uk.kinbridge.referral.concern.rabbit;

import org.jspecify.annotations.NullMarked;
