package uk.kinbridge.protocols.reading;

/** A record around one piece of text, such as an id; written in YAML as that text. */
public interface Wrapper {

    String value();
}
