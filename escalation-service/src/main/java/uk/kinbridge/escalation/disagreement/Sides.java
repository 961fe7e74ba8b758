package uk.kinbridge.escalation.disagreement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who disagrees with whom.
 *
 * @param raisedBy the person who raised it: they alone say whether it is resolved (DOR-12)
 * @param toPerson subject id of the counterpart whom they named; null for whoever holds the role
 */
public record Sides(
        Party raising,
        Party answering,
        Actor raisedBy,
        @Nullable String toPerson) {

    public List<String> agencies() {
        return List.of(raising.agency(), answering.agency());
    }

    /** The one that is not this. */
    public Party other(String agency) {
        return raising.agency().equals(agency) ? answering : raising;
    }

    public Party of(String agency) {
        return raising.agency().equals(agency) ? raising : answering;
    }
}
