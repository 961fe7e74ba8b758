package uk.kinbridge.protocols.pack;

import java.util.Locale;
import uk.kinbridge.protocols.reading.Word;

/** What can happen in a case: the closed list that clocks and notices of a pack refer to. */
public enum CaseEvent implements Word {
    REFERRAL_SUBMITTED,
    REFERRAL_ACKNOWLEDGED,
    REFERRAL_WITHDRAWN,
    REFERRAL_CLOSED,
    ASSESSMENT_INVITED,
    ASSESSMENT_COMPLETED,
    CLOCK_WARNED,
    CLOCK_BREACHED;

    /** The subject before the first underscore, then what happened: {@code referral.submitted}. */
    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }
}
