package uk.kinbridge.protocols.pack;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Names;
import uk.kinbridge.protocols.reading.Word;

/** What an answer looks like. Those that need no more are written as their word alone. */
public sealed interface AnswerType {

    /** In the person's own words. */
    record Text() implements AnswerType {}

    record YesNo() implements AnswerType {}

    /** A day, without a time. */
    record Date() implements AnswerType {}

    /** How many, from nought. */
    record Count() implements AnswerType {}

    /** One of these. */
    record Choice(List<Option> options) implements AnswerType {}

    /** Any of these, at least one. */
    record Choices(List<Option> options) implements AnswerType {}

    /**
     * A figure with its unit.
     *
     * @param unit as a person says it, such as {@code units of alcohol a week}
     * @param decimals how many digits may stand after the point; none when left out
     */
    record Measure(
            String unit,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Integer decimals) implements AnswerType {}

    /**
     * A whole figure between two ends.
     *
     * @param low what the lower end means
     * @param high what the upper end means
     */
    record Scale(int from, int to, String low, String high) implements AnswerType {}

    /** People of the family, by their ids in the family's record. */
    record Members(Among among) implements AnswerType {}

    /** Who may be named. */
    enum Among implements Word {
        ADULTS,
        CHILDREN,
        ANYBODY
    }

    /** What can be chosen; nothing where nothing is offered. */
    default List<Option> offered() {
        return switch (this) {
            case Choice(List<Option> options) -> options;
            case Choices(List<Option> options) -> options;
            default -> List.of();
        };
    }

    default Optional<Option> option(String id) {
        return offered().stream()
                .filter(option -> option.id().value().equals(id))
                .findFirst();
    }

    static AnswerType parse(String word) {
        return switch (word) {
            case "text" -> new Text();
            case "yes-no" -> new YesNo();
            case "date" -> new Date();
            case "count" -> new Count();
            default ->
                throw new IllegalArgumentException(
                        Names.unknown(word, "kind of answer", List.of("count", "date", "text", "yes-no")));
        };
    }
}
