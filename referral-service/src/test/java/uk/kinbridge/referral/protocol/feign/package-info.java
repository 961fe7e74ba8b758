@NullMarked
package uk.kinbridge.referral.protocol.feign;

import org.jspecify.annotations.NullMarked;
