package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;

/** What others must hear of a referral. */
public sealed interface ReferralEvent {

    /** The referral that it is about. */
    Referral referral();

    /**
     * Somebody must be told.
     *
     * @param purpose the pack's notice rule, or clock, that asks for it
     * @param asks what they have to do, in plain words; null where it is enough to know
     * @param acknowledgeBy present when a person must acknowledge it
     * @param sender on whose behalf; null where no person acted, as when a time has passed
     * @param pursuit what is done while nobody acknowledges it; null where nothing is
     */
    record NoticeRequested(
            Referral referral,
            String purpose,
            Addressee to,
            String words,
            @Nullable String asks,
            List<String> obligations,
            @Nullable Instant acknowledgeBy,
            Instant at,
            @Nullable Actor sender,
            @Nullable Pursuit pursuit)
            implements ReferralEvent {

        /** One that nobody has sent and nobody chases. */
        NoticeRequested(
                Referral referral,
                String purpose,
                Addressee to,
                String words,
                List<String> obligations,
                @Nullable Instant acknowledgeBy,
                Instant at) {
            this(referral, purpose, to, words, null, obligations, acknowledgeBy, at, null, null);
        }

        /** The same about the referral as it is now. */
        NoticeRequested about(Referral next) {
            return new NoticeRequested(next, purpose, to, words, asks, obligations, acknowledgeBy, at, sender, pursuit);
        }
    }

    /** What notices of that purpose asked for has been done. */
    record NoticeFulfilled(Referral referral, String purpose, Actor by, Instant at) implements ReferralEvent {}

    /** The agency that a redirection names has taken it: its own referral begins (FAP-14). */
    record PassedOn(Referral referral, Receiver to, Actor by, Instant at) implements ReferralEvent {}

    /** The person referred has been invited, for {@code appointmentAt} (HAC-03). */
    record Invited(Referral referral, Instant appointmentAt, Actor by, Instant at) implements ReferralEvent {}

    /**
     * A clock has passed its due time: elsewhere it becomes the concern of a manager (JWP-14).
     *
     * @param told who has heard of it from here, so that nobody hears it twice
     */
    record ClockBreached(Referral referral, Clock clock, String words, List<Addressee> told) implements ReferralEvent {
        public ClockBreached {
            told = List.copyOf(told);
        }
    }

    /** What had been told as overdue has been done, at {@code metAt}. */
    record ClockMet(Referral referral, Clock breached, String words, Instant metAt) implements ReferralEvent {}

    /**
     * Who is told: a role in an agency, or one person of it.
     *
     * @param person subject id; null for whoever holds the role
     */
    record Addressee(String agency, String role, @Nullable String person) {}
}
