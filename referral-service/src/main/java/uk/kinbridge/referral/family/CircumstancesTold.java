package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.notice.Addressee;
import uk.kinbridge.referral.notice.Pursued;

/**
 * The other service's people are told that a family's circumstances changed, as the protocol asks (HAC-17, DOR-09).
 *
 * @param purpose the pack's notice rule, and which change it was
 * @param by who changed the record, and sees whether it was received
 * @param pursued what is done while nobody acknowledges it; null where nobody has to
 * @param protocol the pack whose rule it is
 */
public record CircumstancesTold(
        String family,
        String reference,
        String purpose,
        Addressee to,
        String words,
        List<String> obligations,
        Author by,
        @Nullable Pursued pursued,
        String protocol,
        Instant at)
        implements FamilyEvent {

    public CircumstancesTold {
        obligations = List.copyOf(obligations);
    }
}
