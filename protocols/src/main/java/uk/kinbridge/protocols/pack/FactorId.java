package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a factor of a risk model. */
public record FactorId(String value) implements Wrapper {

    public FactorId {
        Ids.require(value, "factor id");
    }

    @Override
    public String toString() {
        return value;
    }
}
