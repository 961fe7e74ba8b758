@NullMarked
package uk.kinbridge.referral.information.rabbit;

import org.jspecify.annotations.NullMarked;
