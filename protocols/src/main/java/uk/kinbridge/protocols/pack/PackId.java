package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a protocol pack, such as {@code hackney}. */
public record PackId(String value) implements Wrapper {

    public PackId {
        Ids.require(value, "pack id");
    }

    @Override
    public String toString() {
        return value;
    }
}
