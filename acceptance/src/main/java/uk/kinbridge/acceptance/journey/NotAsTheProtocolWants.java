package uk.kinbridge.acceptance.journey;

/** A step of a journey did not go as the protocol wants it. */
public final class NotAsTheProtocolWants extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotAsTheProtocolWants(String what) {
        super(what);
    }
}
