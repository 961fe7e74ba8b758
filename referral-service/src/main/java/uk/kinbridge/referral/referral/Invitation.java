package uk.kinbridge.referral.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The person referred has been invited to an assessment (HAC-03), for {@code appointmentAt}. */
public record Invitation(
        Actor by,
        Instant at,
        Instant appointmentAt,
        @Nullable String place) {}
