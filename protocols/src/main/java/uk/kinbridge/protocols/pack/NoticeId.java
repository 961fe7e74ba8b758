package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names a notice inside its pathway. */
public record NoticeId(String value) implements Wrapper {

    public NoticeId {
        Ids.require(value, "notice id");
    }

    @Override
    public String toString() {
        return value;
    }
}
