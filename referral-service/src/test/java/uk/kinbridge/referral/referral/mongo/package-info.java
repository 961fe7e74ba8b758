@NullMarked
package uk.kinbridge.referral.referral.mongo;

import org.jspecify.annotations.NullMarked;
