package uk.kinbridge.protocols.assessing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.kinbridge.protocols.pack.AssessmentRule;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Route.Take;
import uk.kinbridge.protocols.pack.RuleId;

/** What an assessment brings with it, at once and beside it, as the protocol's rules say. */
public sealed interface FollowUp {

    RuleId rule();

    String words();

    List<ObligationId> obligations();

    /** Another assessment is owed, such as the DASH (SAL-26) or the Parental Needs Assessment (HAC-07). */
    record Assess(Kind kind, RuleId rule, String words, List<ObligationId> obligations) implements FollowUp {}

    /** A way to take, such as the young carer referral (DOR-08) or the call to child protection (SAL-08). */
    record Go(Take take, RuleId rule, String words, List<ObligationId> obligations) implements FollowUp {}

    /** The other service takes part (SAL-07, HAC-21). */
    record Join(RuleId rule, String words, List<ObligationId> obligations) implements FollowUp {}

    /**
     * What follows once these things are so, whichever way they came to be known.
     *
     * @param kind of the assessment in hand
     */
    static List<FollowUp> of(Pack pack, Kind kind, Set<Fact> facts) {
        List<FollowUp> found = new ArrayList<>();
        for (AssessmentRule rule : pack.practice().assessments()) {
            if (rule.when() == null || rule.when().holds(facts)) {
                follow(rule, kind, found);
            }
        }
        return List.copyOf(found);
    }

    /** The kinds of assessment that somebody in this situation gets, each with why. */
    static List<Assess> owed(Pack pack, Set<Fact> facts) {
        return pack.practice().assessments().stream()
                .filter(rule -> rule.owed() && rule.kind() != null)
                .filter(rule -> rule.when() == null || rule.when().holds(facts))
                .map(FollowUp::assess)
                .toList();
    }

    private static void follow(AssessmentRule rule, Kind kind, List<FollowUp> found) {
        if (rule.owed() && rule.kind() != null && rule.kind() != kind) {
            found.add(assess(rule));
        }
        boolean here = rule.owed() || rule.kind() == null || rule.kind() == kind;
        if (here && rule.leadsTo() != null) {
            found.add(new Go(rule.leadsTo(), rule.id(), rule.words(), rule.obligations()));
        }
        if (here && rule.together()) {
            found.add(new Join(rule.id(), rule.words(), rule.obligations()));
        }
    }

    private static Assess assess(AssessmentRule rule) {
        Kind kind = rule.kind();
        if (kind == null) {
            throw new IllegalArgumentException("'%s' names no kind of assessment.".formatted(rule.id()));
        }
        return new Assess(kind, rule.id(), rule.words(), rule.obligations());
    }
}
