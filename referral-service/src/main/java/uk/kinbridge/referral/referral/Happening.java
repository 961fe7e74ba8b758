package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a referral's story.
 *
 * @param what the protocol's word for it, such as {@code referral.submitted}
 * @param words the same for a person
 * @param by who did it; null when time did
 * @param obligations under which it was done
 * @param said what the person said with it, by name
 */
public record Happening(
        Instant at, String what, String words, @Nullable Actor by, List<String> obligations, Map<String, String> said) {

    public Happening {
        obligations = List.copyOf(obligations);
        said = Map.copyOf(said);
    }
}
