package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a pathway inside its pack, such as {@code into-treatment}. */
public record PathwayId(String value) implements Wrapper {

    public PathwayId {
        Ids.require(value, "pathway id");
    }

    @Override
    public String toString() {
        return value;
    }
}
