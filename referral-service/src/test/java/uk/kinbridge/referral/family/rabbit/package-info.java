@NullMarked
package uk.kinbridge.referral.family.rabbit;

import org.jspecify.annotations.NullMarked;
