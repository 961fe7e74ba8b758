package uk.kinbridge.platform.testing.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller meets, as the matrix names it. */
enum Outcome {
    /** Let through: it succeeds, or what refuses it is the state of things and not the caller (409, 412, 422). */
    ALLOWED,
    /** A success whose answer shows the record of the scene. */
    SHOWN,
    /** A success whose answer does not show the record: a list that leaves it out. */
    HIDDEN,
    /** 403. */
    DENIED,
    /** 404, the same as for what does not exist. */
    CONCEALED,
    /** 501: the operation is there, says that it is not kept yet, and so shows nothing to anybody. */
    UNAVAILABLE;

    static Optional<Outcome> named(String name) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    boolean matches(int status, String body, String marker) {
        boolean success = status >= 200 && status < 300;
        boolean shows = !marker.isEmpty() && body.contains(marker);
        return switch (this) {
            case ALLOWED -> success || status == 409 || status == 412 || status == 422;
            case SHOWN -> success && shows;
            case HIDDEN -> success && !shows;
            case DENIED -> status == 403 && !shows;
            case CONCEALED -> status == 404 && !shows;
            case UNAVAILABLE -> status == 501 && !shows;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
