package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a clock inside its pathway, such as {@code acknowledge}. */
public record ClockId(String value) implements Wrapper {

    public ClockId {
        Ids.require(value, "clock id");
    }

    @Override
    public String toString() {
        return value;
    }
}
