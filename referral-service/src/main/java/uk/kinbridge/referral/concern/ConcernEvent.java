package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others must hear of concerns. Words never name a member of the family. */
public sealed interface ConcernEvent {

    /**
     * Somebody must be told of a picture.
     *
     * @param purpose why, unique with the picture and the recipient
     * @param person subject id; null for whoever holds the role
     * @param urgent whether it cannot wait
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
            Instant at)
            implements ConcernEvent {}
}
