package uk.kinbridge.assessment.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.assessing.Answers;
import uk.kinbridge.protocols.pack.Question;

/** What changed from one version of an assessment to another, in words (HAC-15). */
final class Differences {

    private Differences() {}

    static List<String> between(
            Collection<Part> before,
            @Nullable RiskDecision riskBefore,
            Collection<Part> after,
            @Nullable RiskDecision riskAfter,
            Rules rules) {
        var old = all(before);
        var now = all(after);
        var questions = new LinkedHashSet<>(old.typed().keySet());
        questions.addAll(now.typed().keySet());
        var words = new ArrayList<String>();
        for (var question : questions) {
            difference(rules, question, old.typed().get(question), now.typed().get(question), words);
        }
        var levelBefore = riskBefore == null ? "not decided" : riskBefore.level();
        var levelAfter = riskAfter == null ? "not decided" : riskAfter.level();
        if (!levelBefore.equals(levelAfter)) {
            words.add("The risk: was '%s', is '%s'.".formatted(levelBefore, levelAfter));
        }
        return List.copyOf(words);
    }

    private static Answers all(Collection<Part> parts) {
        return parts.stream().map(Part::answers).reduce(Answers.NONE, Answers::and);
    }

    private static void difference(
            Rules rules, String question, @Nullable Object was, @Nullable Object is, List<String> words) {
        var asks = rules.form()
                .questions()
                .filter(q -> q.id().value().equals(question))
                .findFirst();
        var title = asks.map(Question::asks).orElse(question);
        if (was instanceof Map<?, ?> || is instanceof Map<?, ?>) {
            var old = was instanceof Map<?, ?> map ? map : Map.of();
            var now = is instanceof Map<?, ?> map ? map : Map.of();
            var people = new LinkedHashSet<Object>(old.keySet());
            people.addAll(now.keySet());
            people.forEach(person ->
                    plain(asks.orElse(null), title + " (" + person + ")", old.get(person), now.get(person), words));
            return;
        }
        plain(asks.orElse(null), title, was, is, words);
    }

    private static void plain(
            @Nullable Question question, String title, @Nullable Object was, @Nullable Object is, List<String> words) {
        if (java.util.Objects.equals(was, is)) {
            return;
        }
        if (was == null) {
            words.add("%s New: %s.".formatted(title, spoken(question, is)));
        } else if (is == null) {
            words.add("%s No longer answered; was: %s.".formatted(title, spoken(question, was)));
        } else {
            words.add("%s Was: %s. Is: %s.".formatted(title, spoken(question, was), spoken(question, is)));
        }
    }

    private static String spoken(@Nullable Question question, @Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Boolean yes -> yes ? "yes" : "no";
            case BigDecimal figure -> figure.stripTrailingZeros().toPlainString();
            case List<?> several ->
                String.join(
                        ", ", several.stream().map(one -> option(question, one)).toList());
            default -> option(question, value);
        };
    }

    private static String option(@Nullable Question question, Object id) {
        var text = String.valueOf(id);
        return question == null
                ? text
                : question.answer().option(text).map(option -> option.words()).orElse(text);
    }
}
