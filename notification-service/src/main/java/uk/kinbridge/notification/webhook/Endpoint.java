package uk.kinbridge.notification.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.notification.notice.Actor;

/**
 * A system of an agency that is told of the agency's notices.
 *
 * @param url where it is called
 * @param secret what our calls are signed with, sealed
 * @param former the one before, while it is still accepted
 * @param enabled whether it is called
 */
public record Endpoint(
        String id,
        String agency,
        String url,
        String description,
        String secret,
        @Nullable Former former,
        boolean enabled,
        Instant registeredAt,
        Actor registeredBy,
        @Nullable String switchedOffBecause) {

    /** So long after a change of secret both are signed with, so that the other side can change over in its own time. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** A secret that is on its way out. */
    public record Former(String secret, Instant until) {}

    public static Endpoint registered(
            String id, String agency, String url, String description, String secret, Actor by, Instant now) {
        return new Endpoint(id, agency, url, description, secret, null, true, now, by, null);
    }

    /** A new secret; the present one is good for {@link #OVERLAP} more, the one before it for no longer. */
    public Endpoint rotate(String newSecret, Instant now) {
        return new Endpoint(
                id,
                agency,
                url,
                description,
                newSecret,
                new Former(secret, now.plus(OVERLAP)),
                enabled,
                registeredAt,
                registeredBy,
                switchedOffBecause);
    }

    /** Another address or description, switched on or off. */
    public Endpoint change(String newUrl, String newDescription, boolean on) {
        return new Endpoint(
                id,
                agency,
                newUrl,
                newDescription,
                secret,
                former,
                on,
                registeredAt,
                registeredBy,
                on ? null : "switched off by an administrator");
    }

    /** The sealed secrets that a call at that moment is signed with, the present one first. */
    public List<String> secretsAt(Instant now) {
        return former != null && now.isBefore(former.until()) ? List.of(secret, former.secret()) : List.of(secret);
    }
}
