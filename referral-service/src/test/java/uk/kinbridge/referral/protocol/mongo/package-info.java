@NullMarked
package uk.kinbridge.referral.protocol.mongo;

import org.jspecify.annotations.NullMarked;
