package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;

/** What others must hear of a family record. Words never name a member of the family. */
public sealed interface FamilyEvent permits FamilyEvent.NoticeRequested, CircumstancesChanged, CircumstancesTold {

    /**
     * Somebody must be told.
     *
     * @param purpose why, unique with the family and the recipient
     * @param person subject id of the one who is meant
     */
    record NoticeRequested(
            String familyId,
            String reference,
            String purpose,
            String agency,
            String role,
            String person,
            String words,
            List<String> obligations,
            Instant at)
            implements FamilyEvent {}
}
