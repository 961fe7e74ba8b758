package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How it was resolved: the one who raised it says so, and whether the child is safer.
 *
 * @param kept which of the undertakings have been done; the rest are still owed
 */
public record Resolution(
        Proposal proposal, Actor by, Instant at, int level, ChildSafety child, String words, List<Kept> kept) {

    public Resolution {
        kept = List.copyOf(kept);
    }

    /** Whether the child is safer than when the disagreement was raised. */
    public enum ChildSafety {
        SAFER,
        SAFE_BEFORE_AND_NOW,
        NOT_SAFER
    }

    /**
     * An undertaking that has been done.
     *
     * @param number its place in the proposal, from 1
     */
    public record Kept(int number, Actor by, Instant at, String words) {}

    boolean owes(int number) {
        return number >= 1
                && number <= proposal.undertakings().size()
                && kept.stream().noneMatch(done -> done.number() == number);
    }

    Resolution with(Kept done) {
        var more = new ArrayList<>(kept);
        more.add(done);
        return new Resolution(proposal, by, at, level, child, words, more);
    }
}
