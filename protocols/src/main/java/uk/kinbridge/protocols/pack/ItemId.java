package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names something that has to go with a referral, such as {@code assessment-paperwork}. */
public record ItemId(String value) implements Wrapper {

    public ItemId {
        Ids.require(value, "item id");
    }

    @Override
    public String toString() {
        return value;
    }
}
