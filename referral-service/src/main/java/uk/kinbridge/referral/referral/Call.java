package uk.kinbridge.referral.referral;

import java.time.Instant;

/**
 * The telephone call that comes before anything written (SAL-04, DOR-01).
 *
 * @param at when it took place
 * @param spokeTo who answered
 * @param decision how to proceed, as agreed with the referrer
 */
public record Call(Instant at, String spokeTo, String decision, Proceed proceed) {

    /** What the call led to. */
    public enum Proceed {
        /** The form follows. */
        REFER,
        /** Advice was given and no referral is needed. */
        ADVICE
    }
}
