package uk.kinbridge.referral.information;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.notice.Pursued;

/** What others must hear of consent and sharing. Words never name a member of the family. */
public sealed interface InformationEvent {

    /**
     * A consent does not count any more, since it was taken back or refused: what rests on it alone and has not been done
     * must not be done (SAL-03).
     *
     * @param by who recorded that
     */
    record ConsentEnded(String consentId, String familyId, Worker by, Instant at) implements InformationEvent {}

    /**
     * Somebody must be told about a decision on sharing.
     *
     * @param purpose why they are told, unique with the decision and the recipient
     * @param sender who shared it, and sees whether it was received (HAC-17); null where no person did
     * @param pursued what is done while nobody acknowledges it; null where nobody has to
     */
    record NoticeRequested(
            String decisionId,
            String decisionReference,
            String familyId,
            String purpose,
            String agency,
            String role,
            String words,
            List<String> obligations,
            boolean urgent,
            Instant at,
            @Nullable Worker sender,
            @Nullable Pursued pursued,
            String protocol)
            implements InformationEvent {

        private static final String LEAD = "safeguarding-lead";

        /** JWP-03, SAL-16: the workers in contact with the family are told. */
        static NoticeRequested shared(KeptDecision decision, String role, @Nullable Pursued pursued) {
            return new NoticeRequested(
                    decision.id(),
                    decision.reference(),
                    decision.family(),
                    "information-shared",
                    decision.recipient(),
                    role,
                    "Another agency shares information about a family with you (" + decision.reference() + ").",
                    decision.obligations(),
                    decision.outcome() == uk.kinbridge.protocols.sharing.SharingDecision.Kind.SHARE_REQUIRED,
                    decision.at(),
                    decision.by(),
                    pursued,
                    decision.protocol().pack());
        }

        /** SAL-03: who relies on a consent hears that it has been taken back. */
        static NoticeRequested consentWithdrawn(KeptDecision decision, String agency, Instant at) {
            return new NoticeRequested(
                    decision.id(),
                    decision.reference(),
                    decision.family(),
                    "consent-withdrawn",
                    agency,
                    LEAD,
                    "A consent on which information was shared has been withdrawn; nothing further is shared on it ("
                            + decision.reference() + ").",
                    decision.obligations(),
                    false,
                    at,
                    null,
                    null,
                    decision.protocol().pack());
        }
    }
}
