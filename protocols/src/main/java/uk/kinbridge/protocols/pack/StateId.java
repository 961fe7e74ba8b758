package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a state inside its pathway, such as {@code submitted}. */
public record StateId(String value) implements Wrapper {

    public StateId {
        Ids.require(value, "state id");
    }

    @Override
    public String toString() {
        return value;
    }
}
