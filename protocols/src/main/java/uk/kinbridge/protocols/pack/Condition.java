package uk.kinbridge.protocols.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.kinbridge.protocols.reading.Names;

/** When a rule applies. Made of known facts only; there is no scripting. */
public sealed interface Condition {

    /** Written as the fact's word alone. */
    record Holds(Fact fact) implements Condition {
        @Override
        public String toString() {
            return fact.word();
        }
    }

    record AllOf(List<Condition> conditions) implements Condition {}

    record AnyOf(List<Condition> conditions) implements Condition {}

    record Not(Condition condition) implements Condition {}

    default boolean holds(Set<Fact> facts) {
        return switch (this) {
            case Holds(Fact fact) -> facts.contains(fact);
            case AllOf(List<Condition> all) -> all.stream().allMatch(condition -> condition.holds(facts));
            case AnyOf(List<Condition> any) -> any.stream().anyMatch(condition -> condition.holds(facts));
            case Not(Condition condition) -> !condition.holds(facts);
        };
    }

    /** Every fact that it asks about. */
    default Set<Fact> facts() {
        return new TreeSet<>(asked().toList());
    }

    private Stream<Fact> asked() {
        return switch (this) {
            case Holds(Fact fact) -> Stream.of(fact);
            case AllOf(List<Condition> all) -> all.stream().flatMap(Condition::asked);
            case AnyOf(List<Condition> any) -> any.stream().flatMap(Condition::asked);
            case Not(Condition condition) -> condition.asked();
        };
    }

    static Condition parse(String word) {
        return Arrays.stream(Fact.values())
                .filter(fact -> fact.word().equals(word))
                .findFirst()
                .map(Holds::new)
                .orElseThrow(() -> new IllegalArgumentException(Names.unknown(
                        word,
                        "fact",
                        Arrays.stream(Fact.values()).map(Fact::word).toList())));
    }
}
