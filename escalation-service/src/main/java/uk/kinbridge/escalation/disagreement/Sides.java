package uk.kinbridge.escalation.disagreement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who disagrees with whom.
 *
 * @param raisedBy the person who raised it: they alone say whether it is resolved (DOR-12)
 * @param toPerson subject id of the counterpart whom they named; null for whoever holds the role
 * @param voice who speaks for the raiser since they have left or are away; null while they speak for themselves
 */
public record Sides(
        Party raising,
        Party answering,
        Actor raisedBy,
        @Nullable String toPerson,
        @Nullable Actor voice) {

    /** As it is raised: whoever raises it speaks for it. */
    public static Sides raisedBy(Actor raiser, Party raising, Party answering, @Nullable String toPerson) {
        return new Sides(raising, answering, raiser, toPerson, null);
    }

    /** Who says whether it is resolved: the one who raised it, or to whom that voice was handed over (DOR-12). */
    public Actor speaker() {
        return voice == null ? raisedBy : voice;
    }

    Sides spokenForBy(Actor next) {
        return new Sides(raising, answering, raisedBy, toPerson, next.person().equals(raisedBy.person()) ? null : next);
    }

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
