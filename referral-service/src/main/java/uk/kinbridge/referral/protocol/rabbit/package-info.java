/** Events of the directory. */
@NullMarked
package uk.kinbridge.referral.protocol.rabbit;

import org.jspecify.annotations.NullMarked;
