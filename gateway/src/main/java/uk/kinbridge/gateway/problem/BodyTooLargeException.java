package uk.kinbridge.gateway.problem;

import java.io.IOException;

/** Thrown while a body is read on, when it turns out to be longer than is let in. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLargeException(long limit) {
        super("The body is longer than " + limit + " bytes");
    }
}
