package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a rule, a rung or a prompt inside its pack. */
public record RuleId(String value) implements Wrapper {

    public RuleId {
        Ids.require(value, "rule id");
    }

    @Override
    public String toString() {
        return value;
    }
}
