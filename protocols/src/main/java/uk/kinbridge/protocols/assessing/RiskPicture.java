package uk.kinbridge.protocols.assessing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.AssessmentRule;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.FactorId;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.RiskModel;
import uk.kinbridge.protocols.pack.RiskModel.Factor;
import uk.kinbridge.protocols.pack.RiskModel.Level;
import uk.kinbridge.protocols.pack.RuleId;
import uk.kinbridge.protocols.time.Within;

/**
 * What the area's model makes of what was found (HAC-12). It proposes and says why; a person decides and says why.
 *
 * @param factors those that were found, as they stand in the model
 * @param level the proposal
 * @param reviewEvery by when the assessment is looked at again at the latest
 */
public record RiskPicture(RuleId model, List<Factor> factors, Level level, Within reviewEvery, List<Reason> reasons) {

    private static final int SEVERAL = 2;

    /** One step on the way to the proposal. */
    public record Reason(String words, List<ObligationId> obligations) {}

    /** Empty where the protocol has no model. */
    public static Optional<RiskPicture> of(Pack pack, Interview interview) {
        return of(pack, interview.factors(), interview.facts());
    }

    /** Empty where the protocol has no model. */
    public static Optional<RiskPicture> of(Pack pack, Set<FactorId> shown, Set<Fact> facts) {
        return pack.riskModel().map(model -> weigh(pack, model, shown, facts));
    }

    private static RiskPicture weigh(Pack pack, RiskModel model, Set<FactorId> shown, Set<Fact> facts) {
        List<Factor> found = model.factors().stream()
                .filter(factor ->
                        shown.contains(factor.id()) || (factor.fact() != null && facts.contains(factor.fact())))
                .toList();
        List<Reason> reasons = new ArrayList<>();
        found.forEach(factor -> reasons.add(new Reason(factor.words(), factor.obligations())));
        int weight = found.stream().mapToInt(Factor::weight).sum();
        int base = indexOf(model, weight);
        reasons.add(new Reason(
                "Together they weigh %d, which is '%s'"
                        .formatted(weight, model.levels().get(base).words()),
                model.obligations()));

        List<AssessmentRule> rules = rules(pack, known(found, facts));
        List<AssessmentRule> raising =
                rules.stream().filter(AssessmentRule::raisesRisk).toList();
        raising.forEach(rule -> reasons.add(new Reason(rule.words(), rule.obligations())));
        Level level = model.levels()
                .get(Math.min(base + raising.size(), model.levels().size() - 1));
        Within review = Stream.concat(
                        Stream.of(level.reviewEvery()),
                        rules.stream().map(AssessmentRule::reviewEvery).filter(Objects::nonNull))
                .min(Comparator.comparing(Intervals::roughly))
                .orElseThrow();
        return new RiskPicture(model.id(), found, level, review, List.copyOf(reasons));
    }

    private static int indexOf(RiskModel model, int weight) {
        int index = 0;
        for (int i = 0; i < model.levels().size(); i++) {
            if (model.levels().get(i).from() <= weight) {
                index = i;
            }
        }
        return index;
    }

    /** What the factors say of the case, as conditions can ask for it; more than one vulnerability counts (FAP-01). */
    private static Set<Fact> known(List<Factor> found, Set<Fact> facts) {
        Set<Fact> known = EnumSet.noneOf(Fact.class);
        known.addAll(facts);
        found.stream().map(Factor::fact).filter(Objects::nonNull).forEach(known::add);
        if (found.stream().filter(Factor::vulnerability).count() >= SEVERAL) {
            known.add(Fact.SEVERAL_VULNERABILITIES);
        }
        return known;
    }

    /** Rules of every kind of assessment: risk is the family's, whichever form found it. */
    private static List<AssessmentRule> rules(Pack pack, Set<Fact> known) {
        return pack.practice().assessments().stream()
                .filter(rule -> rule.when() == null || rule.when().holds(known))
                .toList();
    }
}
