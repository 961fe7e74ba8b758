/** Events between services: CloudEvents on one topic exchange, a quorum queue per consuming service. */
@NullMarked
package uk.kinbridge.platform.messaging;

import org.jspecify.annotations.NullMarked;
