package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of a referral's story.
 *
 * @param what the protocol's word for it, such as {@code referral.submitted}
 * @param words the same for a person
 * @param by who did it; null when time did
 * @param obligations under which it was done
 * @param said what the person said with it, by name
 * @param passing what of that the other agency reads; null where all of it
 */
public record Happening(
        Instant at,
        String what,
        String words,
        @Nullable Actor by,
        List<String> obligations,
        Map<String, String> said,
        @Nullable Passing passing) {

    public Happening(
            Instant at,
            String what,
            String words,
            @Nullable Actor by,
            List<String> obligations,
            Map<String, String> said) {
        this(at, what, words, by, obligations, said, null);
    }

    public Happening {
        obligations = List.copyOf(obligations);
        said = Map.copyOf(said);
    }

    /** As that agency reads it: what was kept back is read by those alone who said it. */
    Happening readBy(String agency) {
        if (passing == null || by == null || by.agency().equals(agency)) {
            return this;
        }
        return new Happening(
                at,
                what,
                words,
                by,
                obligations,
                said.entrySet().stream()
                        .filter(one -> !passing.keptBack().contains(one.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                new Passing(passing.decisionId(), List.of()));
    }

    /** As an agency reads it that was not party then: that it happened, without what was said. */
    Happening withoutWords() {
        return new Happening(at, what, words, by, obligations, Map.of(), null);
    }

    /** Without what others had said before it and it put right: that was theirs. */
    Happening withoutEarlierWords() {
        return new Happening(
                at,
                what,
                words,
                by,
                obligations,
                said.entrySet().stream()
                        .filter(one -> !one.getKey().equals(Amended.BEFORE))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                passing);
    }
}
