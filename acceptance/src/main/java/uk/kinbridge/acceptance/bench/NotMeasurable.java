package uk.kinbridge.acceptance.bench;

/** Something is not as a benchmark needs it; the message says what to do. */
final class NotMeasurable extends RuntimeException {

    NotMeasurable(String message) {
        super(message);
    }
}
