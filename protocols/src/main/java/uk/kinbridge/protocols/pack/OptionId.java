package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names one of the answers that a question offers. */
public record OptionId(String value) implements Wrapper {

    public OptionId {
        Ids.require(value, "option id");
    }

    @Override
    public String toString() {
        return value;
    }
}
