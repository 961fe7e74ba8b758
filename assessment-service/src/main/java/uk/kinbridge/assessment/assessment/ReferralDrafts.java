package uk.kinbridge.assessment.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Referrals that are begun elsewhere from what an assessment knows. */
public interface ReferralDrafts {

    /**
     * Begins one with what may be shared.
     *
     * @param key the same key again begins no second one
     * @return the address of the draft; empty when none could be begun, so that the person sends what is prefilled
     */
    Optional<String> begin(Prefilled prefilled, String key);

    /** What a referral can already say. */
    record Prefilled(
            String protocol,
            String pathway,
            String recipient,
            String family,
            List<String> about,
            List<String> situation,
            Map<String, String> texts) {

        public Prefilled {
            about = List.copyOf(about);
            situation = List.copyOf(situation);
            texts = Map.copyOf(texts);
        }
    }
}
