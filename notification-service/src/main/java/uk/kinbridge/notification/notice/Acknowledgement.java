package uk.kinbridge.notification.notice;

import java.time.Instant;

/**
 * The receipt: a person has taken note.
 *
 * @param at when the person acted
 * @param place where they did so
 */
public record Acknowledgement(Instant at, Actor by, Place place) {

    /** In the inbox, or by doing at its source what the notice asked for. */
    public enum Place {
        INBOX,
        SOURCE
    }
}
