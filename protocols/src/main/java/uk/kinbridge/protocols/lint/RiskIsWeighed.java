package uk.kinbridge.protocols.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.kinbridge.protocols.assessing.Intervals;
import uk.kinbridge.protocols.pack.Condition;
import uk.kinbridge.protocols.pack.FactorId;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.Question;
import uk.kinbridge.protocols.pack.RiskModel;
import uk.kinbridge.protocols.pack.RiskModel.Domain;
import uk.kinbridge.protocols.pack.RiskModel.Factor;
import uk.kinbridge.protocols.pack.RiskModel.Level;

/** More risk never means a lower level or a longer wait, and what a form finds is weighed. */
final class RiskIsWeighed implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        subject.own().assessing().risk().forEach(model -> model(model, findings));
        subject.own().practice().assessments().stream()
                .filter(rule -> rule.raisesRisk() || rule.reviewEvery() != null)
                .filter(rule -> rule.when() != null && hasNot(rule.when()))
                .forEach(rule -> findings.add(
                        rule,
                        "'%s' would cease to hold when something is added; a rule that raises the risk or shortens the"
                                        .formatted(rule.id())
                                + " review cannot ask for what is not so."));
        subject.own().practice().assessments().stream()
                .filter(rule -> rule.owed() && rule.kind() == null)
                .forEach(rule ->
                        findings.add(rule, "An assessment is owed, but '%s' names no kind.".formatted(rule.id())));
        weighed(subject, findings);
    }

    private static void model(RiskModel model, Findings findings) {
        Set<Domain> covered = model.factors().stream().map(Factor::domain).collect(Collectors.toSet());
        Arrays.stream(Domain.values())
                .filter(domain -> !covered.contains(domain))
                .forEach(domain ->
                        findings.add(model, "The risk model has no factor of '%s'.".formatted(domain.word())));
        model.factors().stream()
                .filter(factor -> factor.weight() < 1)
                .forEach(factor -> findings.add(
                        factor, "The factor '%s' adds nothing; its weight begins at 1.".formatted(factor.id())));
        List<Level> levels = model.levels();
        if (levels.isEmpty() || levels.getFirst().from() != 0) {
            findings.add(model, "The lowest level of the risk model has to begin at 0.");
        }
        for (int i = 1; i < levels.size(); i++) {
            climbs(levels.get(i - 1), levels.get(i), findings);
        }
    }

    private static void climbs(Level lower, Level higher, Findings findings) {
        if (higher.from() <= lower.from()) {
            findings.add(higher, "The level '%s' begins no higher than the one before it.".formatted(higher.id()));
        }
        if (Intervals.roughly(higher.reviewEvery()).compareTo(Intervals.roughly(lower.reviewEvery())) > 0) {
            findings.add(
                    higher,
                    "The level '%s' is reviewed less often than the lower one before it.".formatted(higher.id()));
        }
        if (lower.referral() && !higher.referral()) {
            findings.add(
                    higher, "The level '%s' proposes no referral, although a lower one does.".formatted(higher.id()));
        }
    }

    private static boolean hasNot(Condition condition) {
        return switch (condition) {
            case Condition.Holds _ -> false;
            case Condition.Not _ -> true;
            case Condition.AllOf(List<Condition> all) -> all.stream().anyMatch(RiskIsWeighed::hasNot);
            case Condition.AnyOf(List<Condition> any) -> any.stream().anyMatch(RiskIsWeighed::hasNot);
        };
    }

    private static void weighed(Subject subject, Findings findings) {
        Set<FactorId> known = subject.whole()
                .riskModel()
                .map(model -> model.factors().stream().map(Factor::id).collect(Collectors.toSet()))
                .orElse(Set.of());
        for (Form form : subject.whole().assessing().forms()) {
            Object at =
                    subject.own().form(form.reference()).<Object>map(own -> own).orElse(subject.own());
            form.questions()
                    .flatMap(RiskIsWeighed::shown)
                    .filter(factor -> !known.contains(factor))
                    .distinct()
                    .forEach(factor -> findings.add(
                            at,
                            "The form '%s' shows the factor '%s', which the risk model does not weigh."
                                    .formatted(form.id(), factor)));
        }
    }

    private static Stream<FactorId> shown(Question question) {
        return Stream.concat(
                question.factors().stream(),
                question.answer().offered().stream().flatMap(option -> option.factors().stream()));
    }
}
