package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.protocols.pack.PackReference;

/** What others must hear of a family record. Words never name a member of the family. */
public sealed interface FamilyEvent
        permits FamilyEvent.NoticeRequested,
                FamilyEvent.WorkEnded,
                FamilyEvent.ClockBreached,
                FamilyEvent.ClockMet,
                FamilyEvent.Merged,
                FamilyEvent.MergeUndone,
                CircumstancesChanged,
                CircumstancesTold {

    /**
     * Somebody must be told.
     *
     * @param purpose why, unique with the family and the recipient
     * @param person subject id of the one who is meant
     * @param protocol the pack whose rule asks for it; null where none asks any more
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
            @Nullable String protocol,
            Instant at)
            implements FamilyEvent {}

    /**
     * Others have recorded that an agency's work with the family has ended; it no longer sees the record.
     *
     * @param purpose unique with the family and the agency
     */
    record WorkEnded(String familyId, String reference, String agency, String purpose, Author by, Instant at)
            implements FamilyEvent {}

    /**
     * What is known of the children has not been checked in time (SAL-17, JWP-14).
     *
     * @param clock as it stands since
     * @param others the agencies that work with the family, without the one that answers for its record
     * @param protocol whose rule asks for the check
     */
    record ClockBreached(String familyId, String reference, Clock clock, List<String> others, PackReference protocol)
            implements FamilyEvent {}

    /** A check that was overdue has been made, or there is nothing to check any more. */
    record ClockMet(
            String familyId, String reference, Clock clock, List<String> others, PackReference protocol, Instant metAt)
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
