package uk.kinbridge.referral.treatment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.referral.information.Worker;
import uk.kinbridge.referral.notice.Addressee;
import uk.kinbridge.referral.notice.Pursued;

/** What others must hear of a treatment. Words never name a member of the family. */
public sealed interface TreatmentEvent {

    /** The treatment that it is about. */
    Treatment treatment();

    /**
     * Somebody must be told.
     *
     * @param purpose why, unique with the treatment and the recipient
     * @param action what they have to do; null when there is nothing to do
     * @param sender on whose behalf; null where no person acted, as when a time has passed
     * @param pursued what is done while nobody acknowledges it; null where nobody has to, or a clock watches over it
     */
    record NoticeRequested(
            Treatment treatment,
            String purpose,
            Addressee to,
            String words,
            @Nullable String action,
            List<String> obligations,
            @Nullable Worker sender,
            @Nullable Pursued pursued,
            Instant at)
            implements TreatmentEvent {

        public NoticeRequested {
            words = words + " (" + treatment.reference() + ").";
        }

        static NoticeRequested plain(
                Treatment treatment,
                String purpose,
                Addressee to,
                String words,
                Treatment.Outside outside,
                Instant at) {
            return new NoticeRequested(treatment, purpose, to, words, RECORD, outside.obligations(), null, null, at);
        }

        /** Whoever was asked to tell somebody outside hears that they must not, and why (SAL-03). */
        static NoticeRequested stopped(Treatment treatment, Treatment.Outside outside, Instant at) {
            return new NoticeRequested(
                    treatment,
                    outside.stop(),
                    outside.owner(),
                    "Not to be done any more, since the person does not consent any more: " + outside.words(),
                    STOP,
                    outside.obligations(),
                    null,
                    null,
                    at);
        }

        private static final String STOP = "Tell nobody; if you had told them already, record whom and how";

        static final String RECORD = "Tell them by call or letter, and record whom you told";
    }

    /** What notices of that purpose asked for has been done. */
    record NoticeFulfilled(Treatment treatment, String purpose, Worker by, Instant at) implements TreatmentEvent {}

    /**
     * Somebody outside has not been told in time (JWP-14).
     *
     * @param told who hears of it from here, so that nobody hears it twice
     */
    record ClockBreached(Treatment treatment, Clock clock, String words, List<Addressee> told)
            implements TreatmentEvent {}

    /** Somebody outside has been told late. */
    record ClockMet(Treatment treatment, Clock clock, String words, Instant metAt) implements TreatmentEvent {}
}
