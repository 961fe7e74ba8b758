package uk.kinbridge.platform.web.idempotency;

import java.time.Instant;

/** What is known of a key when a request comes with it. */
sealed interface Claim {

    /**
     * The request may run.
     *
     * @param holder proves later that the claim has not passed to another
     * @param firstSeen when the key came first, before any crash
     * @param again whether it has come before
     */
    record Mine(String holder, Instant firstSeen, boolean again) implements Claim {}

    /** The request has run; this was its answer. */
    record Answered(KeptAnswer answer) implements Claim {}

    /** The request is running, here or in another instance. */
    record InFlight() implements Claim {}

    /** The key came with another body. */
    record Reused() implements Claim {}
}
