package uk.kinbridge.assessment.appointment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.protocols.pack.EngagementPattern.Sign;

/** What others must hear of a course of appointments. */
public sealed interface CourseEvent {

    /** Somebody must be told, or something is overdue. */
    record Told(News news) implements CourseEvent {}

    /**
     * What became of an appointment: the picture of the whole family is made of these (FAP-12).
     *
     * @param sign null when it says nothing about the family, such as what a service cancelled
     * @param revision grows with every correction, so that late news never takes the place of newer
     */
    record OutcomeRecorded(
            Subject subject,
            int offer,
            Instant at,
            @Nullable Sign sign,
            int revision,
            FamilyWork work,
            Pinned protocol,
            Actor by,
            Instant recordedAt)
            implements CourseEvent {}

    /** An appointment was missed, the {@code inARow}th in a row (HAC-05). */
    record Missed(Subject subject, int offer, int inARow, Attendance attendance, Actor by, Instant at)
            implements CourseEvent {}

    /** What was told as missed was not: the record was corrected. */
    record TakenBack(Subject subject, int offer, boolean offersLeft, Actor by, Instant at) implements CourseEvent {}

    /** All appointments that the protocol asks to be offered were missed (HAC-06). */
    record OffersUsedUp(Subject subject, int inARow, Actor by, Instant at) implements CourseEvent {}

    /** Both services have decided how to go on (HAC-06). */
    record NextStepsAgreed(Subject subject, Discussion.Decision decision, Actor by, Instant at)
            implements CourseEvent {}

    /** Appointments are missed regularly (SAL-20). */
    record AttendanceFailing(Subject subject, int missed, Actor by, Instant at, List<String> obligations)
            implements CourseEvent {}

    /**
     * The course, as others may know it.
     *
     * @param referral id of the referral that it follows from; null without one
     */
    record Subject(
            String id,
            String reference,
            String agency,
            String family,
            String member,
            @Nullable String referral) {}
}
