package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a contact inside its pack. */
public record ContactId(String value) implements Wrapper {

    public ContactId {
        Ids.require(value, "contact id");
    }

    @Override
    public String toString() {
        return value;
    }
}
