package uk.kinbridge.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import uk.kinbridge.notification.preference.PreferenceBook;
import uk.kinbridge.notification.preference.Timing;

/** Until when a person is not to be disturbed by something that was planned for an earlier moment than it can be handed over. */
public interface Quiet {

    /** When it may be handed over; {@code now} where nothing stands against it. */
    Instant endFor(Delivery delivery, Instant now);

    /** As people wish it, and as urgent as the most urgent of what it tells. */
    static Quiet of(PreferenceBook preferences, Timing timing) {
        return (delivery, now) -> {
            if (delivery.to().kind() != Addressee.Kind.PERSON || isFresh(delivery, now)) {
                return now;
            }
            var wishes = preferences.of(delivery.to().id()).preferences();
            return delivery.tidings().stream()
                    .map(tidings -> timing.notBefore(wishes, tidings.urgency(), tidings.answerBy(), now))
                    .min(Comparator.naturalOrder())
                    .orElse(now);
        };
    }

    /** So soon after it was planned nothing can have changed: most deliveries need no look at anybody's wishes. */
    private static boolean isFresh(Delivery delivery, Instant now) {
        return delivery.tries() == 0 && now.isBefore(delivery.createdAt().plus(Duration.ofMinutes(1)));
    }
}
