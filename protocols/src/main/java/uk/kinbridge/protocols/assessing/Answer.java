package uk.kinbridge.protocols.assessing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.AnswerType;

/** An answer that is what its question asks for. */
public sealed interface Answer {

    record Words(String text) implements Answer {}

    record YesOrNo(boolean yes) implements Answer {}

    record Day(LocalDate date) implements Answer {}

    /** A count, a measure in its question's unit, or a place on a scale. */
    record Figure(BigDecimal value) implements Answer {}

    /** Ids of options. */
    record Chosen(Set<String> options) implements Answer {}

    /** Ids of people in the family's record. */
    record Named(Set<String> people) implements Answer {}

    /** The word for it in {@code only-if}: yes or no, or the ids of options. */
    default Set<String> words() {
        return switch (this) {
            case YesOrNo(boolean yes) -> Set.of(yes ? "yes" : "no");
            case Chosen(Set<String> options) -> options;
            default -> Set.of();
        };
    }

    /** Reads what was typed; empty when there is nothing yet, or it is not what the question asks for. */
    static Optional<Answer> read(AnswerType type, @Nullable Object typed) {
        return switch (type) {
            case AnswerType.Text _ -> text(typed).map(Words::new);
            case AnswerType.YesNo _ -> typed instanceof Boolean yes ? Optional.of(new YesOrNo(yes)) : Optional.empty();
            case AnswerType.Date _ -> text(typed).flatMap(Answer::day);
            case AnswerType.Count _ -> figure(typed).filter(Answer::isWhole).map(Figure::new);
            case AnswerType.Measure _ -> figure(typed).map(Figure::new);
            case AnswerType.Scale _ -> figure(typed).filter(Answer::isWhole).map(Figure::new);
            case AnswerType.Choice choice ->
                text(typed).filter(id -> choice.option(id).isPresent()).map(id -> new Chosen(Set.of(id)));
            case AnswerType.Choices choices ->
                several(typed)
                        .filter(ids ->
                                ids.stream().allMatch(id -> choices.option(id).isPresent()))
                        .map(Chosen::new);
            case AnswerType.Members _ -> several(typed).map(Named::new);
        };
    }

    private static Optional<String> text(@Nullable Object typed) {
        return typed instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Answer> day(String text) {
        try {
            return Optional.of(new Day(LocalDate.parse(text)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> figure(@Nullable Object typed) {
        return typed instanceof BigDecimal figure ? Optional.of(figure) : Optional.empty();
    }

    private static boolean isWhole(BigDecimal figure) {
        return figure.stripTrailingZeros().scale() <= 0;
    }

    private static Optional<Set<String>> several(@Nullable Object typed) {
        if (!(typed instanceof List<?> list) || list.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ids = new LinkedHashSet<>();
        for (Object element : list) {
            if (!(element instanceof String id)) {
                return Optional.empty();
            }
            ids.add(id);
        }
        return Optional.of(ids);
    }
}
