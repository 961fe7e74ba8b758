package uk.kinbridge.notification.notice.web;

import java.time.Duration;
import java.time.Instant;

/** How long a token is still good for, by the identity provider's time and never the suite's movable one. */
@FunctionalInterface
public interface TokenTime {

    Duration until(Instant expiry);
}
