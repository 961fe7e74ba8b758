package uk.kinbridge.protocols.assessing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Question;

/**
 * Everything that was typed so far, right or wrong, as plain values: nothing that a person typed is lost for being
 * unfinished. By the id of the question; in a section that is asked for each person, by the person's id within it.
 *
 * @param typed text, true or false, figures as {@link BigDecimal}, lists, and maps by person
 */
public record Answers(Map<String, Object> typed) {

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        typed = plain(typed);
    }

    /** What was typed for this question; empty when it was left alone. */
    public Optional<Object> typed(Asked asked) {
        return typed(asked.question(), asked.about());
    }

    Optional<Object> typed(Question question, @Nullable String about) {
        Object given = typed.get(question.id().value());
        if (about == null) {
            return Optional.ofNullable(given);
        }
        return given instanceof Map<?, ?> each ? Optional.ofNullable(each.get(about)) : Optional.empty();
    }

    /** The answer, where there is one and it is what the question asks for. */
    public Optional<Answer> to(Asked asked) {
        return to(asked.question(), asked.about());
    }

    Optional<Answer> to(Question question, @Nullable String about) {
        return typed(question, about).flatMap(given -> Answer.read(question.answer(), given));
    }

    /** These and more; what is typed now stands in the place of what was there, person by person. */
    public Answers and(Answers more) {
        Map<String, Object> all = new LinkedHashMap<>(typed);
        more.typed.forEach((question, now) -> all.merge(question, now, Answers::merged));
        return new Answers(all);
    }

    /** Without what was typed for these questions. */
    public Answers without(Set<String> questions) {
        Map<String, Object> rest = new LinkedHashMap<>(typed);
        rest.keySet().removeAll(questions);
        return new Answers(rest);
    }

    /** Only what was typed for these questions. */
    public Answers only(Set<String> questions) {
        Map<String, Object> some = new LinkedHashMap<>(typed);
        some.keySet().retainAll(questions);
        return new Answers(some);
    }

    public boolean isEmpty() {
        return typed.isEmpty();
    }

    private static Object merged(Object before, Object now) {
        if (before instanceof Map<?, ?> one && now instanceof Map<?, ?> other) {
            Map<Object, Object> both = new LinkedHashMap<>(one);
            both.putAll(other);
            return both;
        }
        return now;
    }

    private static Map<String, Object> plain(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), plainValue(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object plainValue(Object value) {
        return switch (value) {
            case Map<?, ?> map -> plain(map);
            case List<?> list -> list.stream().map(Answers::plainValue).toList();
            case BigDecimal figure -> plainFigure(figure);
            case Number number -> plainFigure(new BigDecimal(number.toString()));
            default -> value;
        };
    }

    /** 3, 3.0 and 3E0 are one answer. */
    private static BigDecimal plainFigure(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
