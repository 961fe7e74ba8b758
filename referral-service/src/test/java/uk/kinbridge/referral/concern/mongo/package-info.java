@NullMarked
package uk.kinbridge.referral.concern.mongo;

import org.jspecify.annotations.NullMarked;
