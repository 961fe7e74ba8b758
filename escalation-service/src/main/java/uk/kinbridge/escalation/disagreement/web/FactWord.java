package uk.kinbridge.escalation.disagreement.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Fact;

/** Facts as the API writes them, such as {@code child-home-alone}. */
final class FactWord {

    private FactWord() {}

    /** Empty when one of them is unknown. */
    static Optional<List<Fact>> read(@Nullable List<String> words) {
        if (words == null) {
            return Optional.of(List.of());
        }
        var facts = words.stream()
                .flatMap(word ->
                        Arrays.stream(Fact.values()).filter(fact -> fact.word().equals(word)))
                .toList();
        return facts.size() == words.size() ? Optional.of(facts) : Optional.empty();
    }
}
