package uk.kinbridge.referral.contact;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.Worker;

/**
 * Somebody told others about a family, or asked them for advice, on a way that a protocol opens without a referral:
 * the GP is alerted (JWP-12, SAL-09), the Designated Officer (DOR-10), a case is discussed and the advice written down
 * (SAL-15, DOR-05), the workers in contact with the family are told (JWP-03). It never changes.
 *
 * @param recipient the agency of the protocol that was told, or the kind of agency where none of it has an account
 * @param withWhom who answered, in words
 * @param at when it took place
 * @param words what was told or asked
 * @param advice what they advised; null where nobody was asked
 * @param decisionId the decision on sharing under which the family was named; null where it was not named
 */
public record Contact(
        String id,
        String reference,
        String family,
        Kind kind,
        KeptDecision.Protocol protocol,
        String route,
        List<String> situation,
        String recipient,
        String withWhom,
        Instant at,
        String words,
        @Nullable String advice,
        List<String> obligations,
        @Nullable String decisionId,
        Worker by,
        Instant recordedAt) {

    public Contact {
        situation = List.copyOf(situation);
        obligations = List.copyOf(obligations);
    }

    /** What for. */
    public enum Kind {
        /** Others are told, so that they act. */
        ALERT,
        /** Others are asked; their advice is written down. */
        DISCUSSION,
        /** The workers who are in contact with the family are told. */
        LIAISON
    }

    /** Who told, and who was told about a named family. */
    public List<String> parties() {
        return decisionId == null
                ? List.of(by.agency())
                : Stream.of(by.agency(), recipient).distinct().toList();
    }
}
