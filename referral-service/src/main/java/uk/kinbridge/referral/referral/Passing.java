package uk.kinbridge.referral.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of somebody's words goes to the other agency.
 *
 * @param decisionId the decision on sharing that let it through; null where nothing of the family is told
 * @param keptBack names of what was said and stays with those who said it
 */
public record Passing(@Nullable String decisionId, List<String> keptBack) {

    /** Nothing of the family is told, or all that is said may be read. */
    public static final Passing ALL = new Passing(null, List.of());

    public Passing {
        keptBack = List.copyOf(keptBack);
    }
}
