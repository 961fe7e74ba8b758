package uk.kinbridge.referral.family;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agency that works with the family, and the lawful basis on which it does. It is a party of the record until it
 * leaves.
 *
 * @param words what the basis rests on, for the record
 * @param until null while it is involved
 */
public record Involvement(
        String agency,
        LawfulBasis basis,
        String words,
        Author by,
        Instant since,
        @Nullable Instant until) {

    /** Article 6 of the UK GDPR, as far as services for families stand on it. */
    public enum LawfulBasis {
        PUBLIC_TASK,
        LEGAL_OBLIGATION,
        VITAL_INTERESTS,
        RECOGNISED_LEGITIMATE_INTEREST,
        CONSENT
    }

    /** Whether the agency works with the family now. */
    public boolean isActive() {
        return until == null;
    }

    Involvement ended(Instant at) {
        return new Involvement(agency, basis, words, by, since, at);
    }
}
