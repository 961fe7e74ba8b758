/** The last good copy of every protocol version. */
@NullMarked
package uk.kinbridge.referral.protocol.mongo;

import org.jspecify.annotations.NullMarked;
