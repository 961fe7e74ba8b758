package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a question; no other question of its form has the same id. */
public record QuestionId(String value) implements Wrapper {

    public QuestionId {
        Ids.require(value, "question id");
    }

    @Override
    public String toString() {
        return value;
    }
}
