package uk.kinbridge.referral.draft;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.Role;

/** What people must hear of a draft. Words never name a member of the family. */
public sealed interface DraftEvent {

    /**
     * Somebody must be told.
     *
     * @param purpose why, unique with the draft and the recipient
     * @param person subject id; null for whoever holds the role
     * @param obligation under which the referral was to be made
     */
    record NoticeRequested(
            ReferralDraft draft,
            String purpose,
            String agency,
            String role,
            @Nullable String person,
            String words,
            String obligation,
            boolean urgent,
            Instant at)
            implements DraftEvent {

        private static final DateTimeFormatter DAY =
                DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK).withZone(ZoneId.of("Europe/London"));

        /** What is told in time helps; a draft tells nobody. */
        private static final String NOTHING_STANDS_IN_THE_WAY = "ENG-09";

        static List<DraftEvent> expiring(ReferralDraft draft, Instant at) {
            return List.of(toAuthor(
                    draft,
                    "draft-expiring-" + draft.keptUntil().toEpochMilli(),
                    "A referral that you began is not sent yet. It is kept until " + DAY.format(draft.keptUntil()),
                    false,
                    at));
        }

        static List<DraftEvent> expired(ReferralDraft draft, Instant at) {
            return List.of(toAuthor(
                    draft,
                    "draft-expired-" + draft.keptUntil().toEpochMilli(),
                    "A referral that you began was never sent and has expired. It can be taken up again",
                    false,
                    at));
        }

        /** A child in danger is not helped by a draft: author and safeguarding lead hear of it. */
        static List<DraftEvent> notSentYet(ReferralDraft draft, Instant at) {
            var purpose = "draft-not-sent-" + draft.changedAt().toEpochMilli();
            var words = "A referral that allows no waiting has been begun and is not sent yet";
            return List.of(
                    toAuthor(draft, purpose, words, true, at),
                    new NoticeRequested(
                            draft,
                            purpose,
                            draft.author().agency(),
                            Role.SAFEGUARDING_LEAD.kebab(),
                            null,
                            words + " (" + draft.reference() + ").",
                            NOTHING_STANDS_IN_THE_WAY,
                            true,
                            at));
        }

        private static NoticeRequested toAuthor(
                ReferralDraft draft, String purpose, String words, boolean urgent, Instant at) {
            return new NoticeRequested(
                    draft,
                    purpose,
                    draft.author().agency(),
                    Role.PRACTITIONER.kebab(),
                    draft.author().person(),
                    words + " (" + draft.reference() + ").",
                    NOTHING_STANDS_IN_THE_WAY,
                    urgent,
                    at);
        }
    }
}
