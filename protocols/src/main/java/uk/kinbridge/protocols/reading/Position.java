package uk.kinbridge.protocols.reading;

/** Where something stands, for a person who has the file open. */
public record Position(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
