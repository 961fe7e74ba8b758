package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Significant harm that was seen during an assessment (SAL-08). The clock beside it runs until the referral is linked.
 *
 * @param about members whom it is about
 * @param referral the referral that was made; null until it is linked
 */
public record Harm(
        int number,
        String words,
        List<String> about,
        Actor by,
        Instant at,
        @Nullable String referral,
        @Nullable Instant linkedAt) {

    public Harm {
        about = List.copyOf(about);
    }

    /** Names the clock that is owed until the referral is linked. */
    public String clock() {
        return "child-protection-referral" + (number == 1 ? "" : "-" + number);
    }

    Harm linked(String to, Instant when) {
        return new Harm(number, words, about, by, at, to, when);
    }
}
