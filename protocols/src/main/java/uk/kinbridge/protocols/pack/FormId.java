package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a form, such as {@code hackney-parental-needs}. */
public record FormId(String value) implements Wrapper {

    public FormId {
        Ids.require(value, "form id");
    }

    @Override
    public String toString() {
        return value;
    }
}
