package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.referral.information.Worker;
import uk.kinbridge.referral.notice.Pursued;

/** What others must hear of concerns. Words never name a member of the family. */
public sealed interface ConcernEvent {

    /**
     * Somebody must be told of a picture.
     *
     * @param purpose why, unique with the picture and the recipient
     * @param person subject id; null for whoever holds the role
     * @param urgent whether it cannot wait
     * @param sender whose concern made the picture; null where no person's receipt is pursued
     * @param pursued what is done while nobody acknowledges it; null where nobody has to
     */
    record NoticeRequested(
            String familyId,
            Picture picture,
            String purpose,
            String agency,
            String role,
            @Nullable String person,
            String words,
            List<String> obligations,
            boolean urgent,
            Instant at,
            @Nullable Worker sender,
            @Nullable Pursued pursued)
            implements ConcernEvent {

        /** One that nobody has to acknowledge. */
        public NoticeRequested(
                String familyId,
                Picture picture,
                String purpose,
                String agency,
                String role,
                @Nullable String person,
                String words,
                List<String> obligations,
                boolean urgent,
                Instant at) {
            this(familyId, picture, purpose, agency, role, person, words, obligations, urgent, at, null, null);
        }
    }

    /** What notices of that purpose asked for has been done. */
    record NoticeFulfilled(Picture picture, String purpose, Worker by, Instant at) implements ConcernEvent {}

    /**
     * Nobody has answered a picture in time (JWP-14).
     *
     * @param clock as it stands since
     * @param others the agencies whose people contributed, without the one that owes the answer
     * @param told who is told with it; nobody tells them the same again
     */
    record ClockBreached(
            String familyId, Picture picture, Clock clock, List<String> others, List<Picture.Addressee> told)
            implements ConcernEvent {}

    /** An answer that was overdue has been given. */
    record ClockMet(String familyId, Picture picture, Clock clock, List<String> others, Instant metAt)
            implements ConcernEvent {}
}
