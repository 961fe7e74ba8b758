package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;

/** What others must hear of a family record. Words never name a member of the family. */
public sealed interface FamilyEvent
        permits FamilyEvent.NoticeRequested,
                FamilyEvent.Merged,
                FamilyEvent.MergeUndone,
                CircumstancesChanged,
                CircumstancesTold {

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

    /**
     * The record has become part of another one. Whoever keeps something under its id finds the family there from now on.
     *
     * @param into the record that is kept
     * @param same members who were on both
     * @param revision grows with every change of the record, so that news may come in any order
     */
    record Merged(
            String family, String reference, String into, List<Merge.Same> same, long revision, Author by, Instant at)
            implements FamilyEvent {

        public Merged {
            same = List.copyOf(same);
        }
    }

    /**
     * It is a record of its own again.
     *
     * @param from the record of which it was part
     */
    record MergeUndone(String family, String reference, String from, long revision, Author by, Instant at)
            implements FamilyEvent {}
}
