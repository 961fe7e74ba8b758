package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a feature of the suite, such as {@code joint-work}. */
public record FeatureId(String value) implements Wrapper {

    public FeatureId {
        Ids.require(value, "feature");
    }

    @Override
    public String toString() {
        return value;
    }
}
