package uk.kinbridge.protocols.reading;

/** Something wrong in a file: where, and a sentence that says what to do about it. */
public record Problem(Position at, String sentence) {

    @Override
    public String toString() {
        return at + ": " + sentence;
    }
}
