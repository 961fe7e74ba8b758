package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Wrapper;

/** Names an agency, such as {@code hackney-drug-treatment}; the same id as in the sign-in service. */
public record AgencyId(String value) implements Wrapper {

    public AgencyId {
        Ids.require(value, "agency id");
    }

    @Override
    public String toString() {
        return value;
    }
}
