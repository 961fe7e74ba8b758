package uk.kinbridge.notification.notice;

import java.time.Instant;

/** What notices of this purpose asked for was done at its source; nobody needs to be chased for it any more. */
public record Fulfilment(String aboutType, String aboutId, String purpose, Actor by, Instant at) {

    /** Whether the act answers that notice; one that was asked for after the act asks for something else. */
    public boolean covers(Notice notice) {
        return aboutType.equals(notice.about().type())
                && aboutId.equals(notice.about().id())
                && purpose.equals(notice.purpose())
                && !notice.requestedAt().isAfter(at);
    }
}
