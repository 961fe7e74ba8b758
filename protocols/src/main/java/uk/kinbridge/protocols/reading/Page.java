package uk.kinbridge.protocols.reading;

/** One of the files that a long document is written in. */
public record Page(String file, String text) {

    public Page {
        text = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    int lines() {
        return (int) text.lines().count();
    }
}
