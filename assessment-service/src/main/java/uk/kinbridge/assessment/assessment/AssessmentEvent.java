package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.protocols.chasing.ChasePlan;

/** What others must hear of an assessment: ids and facts, nobody's words about a family. */
public sealed interface AssessmentEvent {

    /**
     * Somebody must be told.
     *
     * @param purpose the pack's notice rule, or clock, that asks for it; unique with assessment and recipient
     * @param action what they have to do; null when there is nothing to do
     * @param acknowledgeBy present when a person must acknowledge it
     * @param sender on whose behalf, who sees what becomes of it; null where no person's receipt is pursued
     * @param chase what is done while nobody acknowledges it; null where a clock watches over it, or nobody has to
     * @param protocol the pack under which it is sent
     */
    record NoticeRequested(
            String id,
            String reference,
            String purpose,
            Addressee to,
            String words,
            @Nullable String action,
            String obligation,
            String urgency,
            @Nullable Instant acknowledgeBy,
            @Nullable Actor sender,
            @Nullable ChasePlan<Addressee> chase,
            String protocol,
            Instant at)
            implements AssessmentEvent {}

    /** What notices of that purpose asked for has been done. */
    record NoticeFulfilled(String id, String purpose, Actor by, Instant at) implements AssessmentEvent {}

    /** A clock has passed its due time: elsewhere it becomes the concern of a manager (JWP-14). */
    record ClockBreached(Assessment assessment, Clock clock, String words) implements AssessmentEvent {}

    /** What had been told as overdue has been done, at {@code metAt}. */
    record ClockMet(Assessment assessment, Clock breached, String words, Instant metAt) implements AssessmentEvent {}

    /**
     * Something happened that moves the referral on which the assessment rests.
     *
     * @param appointmentAt with an invitation: when it takes place
     */
    record Happened(
            What what,
            Assessment assessment,
            Actor by,
            Instant at,
            @Nullable Instant appointmentAt) implements AssessmentEvent {}

    /** What it was, with the protocol's word for it. */
    enum What {
        INVITED("invited"),
        COMPLETED("completed"),
        OUTCOME_SHARED("outcome-shared"),
        REVIEWED("reviewed"),
        HARM_INDICATED("harm-indicated");

        private final String word;

        What(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Who is told: a role in an agency, or one person of it.
     *
     * @param person subject id; null for whoever holds the role
     */
    record Addressee(String agency, String role, @Nullable String person) {}
}
