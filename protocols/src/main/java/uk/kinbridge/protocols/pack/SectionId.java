package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a section of a form. */
public record SectionId(String value) implements Wrapper {

    public SectionId {
        Ids.require(value, "section id");
    }

    @Override
    public String toString() {
        return value;
    }
}
