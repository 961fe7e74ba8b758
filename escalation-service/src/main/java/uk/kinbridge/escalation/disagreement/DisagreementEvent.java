package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.clock.Clock;

/** What others must hear of a disagreement. */
public sealed interface DisagreementEvent {

    /**
     * Somebody must be told.
     *
     * @param purpose unique with disagreement and recipient
     * @param action what they have to do; null when there is nothing to do
     * @param acknowledgeBy present when a person must acknowledge it
     * @param sender on whose behalf, who sees what becomes of it (HAC-17): whoever acted, and where time did, whoever
     *     speaks for the one who raised it; null for those who may not read by name who disagrees
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
            boolean urgent,
            @Nullable Instant acknowledgeBy,
            @Nullable Actor sender,
            String protocol,
            Instant at)
            implements DisagreementEvent {

        NoticeRequested sentBy(@Nullable Actor other) {
            return new NoticeRequested(
                    id, reference, purpose, to, words, action, obligation, urgent, acknowledgeBy, other, protocol, at);
        }
    }

    /** What notices of that purpose asked for has been done. */
    record NoticeFulfilled(String id, String purpose, Actor by, Instant at) implements DisagreementEvent {}

    /** An undertaking was not done in time: from now on it is overdue as any other obligation (JWP-14). */
    record UndertakingOverdue(String id, String reference, Clock clock, String words, String other, Pinned protocol)
            implements DisagreementEvent {}

    /** An undertaking that was overdue has been done. */
    record UndertakingDone(
            String id, String reference, Clock breached, String words, String other, Pinned protocol, Instant doneAt)
            implements DisagreementEvent {}

    /** From now on nothing about its subject is closed and nothing lapses. */
    record Opened(
            String id,
            String reference,
            Subject subject,
            List<String> agencies,
            String area,
            Pinned protocol,
            List<String> obligations,
            Instant at)
            implements DisagreementEvent {}

    /** It is resolved. */
    record Closed(String id, String reference, Subject subject, List<String> agencies, int level, Instant at)
            implements DisagreementEvent {}

    /**
     * Who is told: a role in an agency, or one person of it.
     *
     * @param person subject id; null for whoever holds the role
     */
    record Addressee(String agency, String role, @Nullable String person) {}
}
