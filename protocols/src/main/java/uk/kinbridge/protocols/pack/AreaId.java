package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a local area, such as {@code isle-of-wight}. */
public record AreaId(String value) implements Wrapper {

    public AreaId {
        Ids.require(value, "area id");
    }

    @Override
    public String toString() {
        return value;
    }
}
