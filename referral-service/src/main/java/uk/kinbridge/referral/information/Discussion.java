package uk.kinbridge.referral.information;

import java.time.Instant;
import java.util.List;

/**
 * Information sharing was talked about with the family, or why it was not (SAL-03, JWP-06).
 *
 * @param people who of the family took part, or would have
 * @param words what was said; where it was not held, the reason against it
 */
public record Discussion(
        String id, Occasion occasion, boolean held, List<String> people, String words, Worker by, Instant at) {

    public Discussion {
        people = List.copyOf(people);
    }

    /** The same with those people, as another record names them. */
    Discussion with(List<String> others) {
        return new Discussion(id, occasion, held, others, words, by, at);
    }

    /** When such a talk is due. */
    public enum Occasion {
        START_OF_INVOLVEMENT,
        BEFORE_A_REFERRAL
    }
}
