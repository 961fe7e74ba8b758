package uk.kinbridge.referral.referral;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.PathwayId;
import uk.kinbridge.protocols.pack.PathwayState;
import uk.kinbridge.protocols.pack.Route;
import uk.kinbridge.protocols.pack.Side;
import uk.kinbridge.protocols.pack.StateId;
import uk.kinbridge.referral.family.Person;

/**
 * The referrals of a family that the referring agency is party of; of others it may not even hear. A child's way has been
 * taken by a referral of that child, an adult's by one of anybody in the family.
 */
final class OpenBeside implements Beside {

    private final Supplier<List<Referral>> known;
    private final Function<Referral, Rules> rules;
    private final Function<Referral, Set<Fact>> said;
    private final Person subject;
    private final Set<Fact> stated;

    /**
     * @param known read only where it matters
     * @param rules of each by the protocol that it pins
     * @param said what was said with each of them
     * @param subject who is to be referred now
     * @param stated what is stated now for the decision on sharing
     */
    OpenBeside(
            Supplier<List<Referral>> known,
            Function<Referral, Rules> rules,
            Function<Referral, Set<Fact>> said,
            Person subject,
            Set<Fact> stated) {
        this.known = known;
        this.rules = rules;
        this.said = said;
        this.subject = subject;
        this.stated = Set.copyOf(stated);
    }

    @Override
    public Set<Fact> stated() {
        return stated;
    }

    @Override
    public boolean takes(Route way, Set<Fact> facts) {
        return known.get().stream()
                .filter(referral -> way.leadsTo(new PathwayId(referral.pathway())))
                .filter(this::isAboutThem)
                .anyMatch(referral -> saysWhy(referral, way) && goesOn(referral, facts));
    }

    private boolean isAboutThem(Referral referral) {
        return subject.kind() == Person.Kind.ADULT
                || referral.disclosed().people().stream()
                        .anyMatch(person -> person.id().equals(subject.id()));
    }

    /** One that was sent for a lesser concern has told nobody of the danger. */
    private boolean saysWhy(Referral referral, Route way) {
        var pack = rules.apply(referral).pack();
        return !OnlyForHarm.facts(pack, referral.pathway()).isEmpty()
                || way.when().facts().stream().anyMatch(said.apply(referral)::contains);
    }

    /**
     * It is open; or it has ended with those who took it on, and they are said to work with the family now.
     */
    private boolean goesOn(Referral referral, Set<Fact> facts) {
        var pinned = rules.apply(referral);
        return !pinned.hasEnded(referral.state())
                || (facts.contains(Fact.KNOWN_TO_CHILDRENS_SOCIAL_CARE)
                        && pinned.pathway()
                                .state(new StateId(referral.state()))
                                .map(PathwayState::responsible)
                                .filter(party -> party.side() == Side.RECIPIENT)
                                .isPresent());
    }
}
