package uk.kinbridge.assessment.appointment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.kept.Actor;

/**
 * Both services have decided together how to go on after missed appointments (HAC-06).
 *
 * @param with who of the other service took part
 * @param decision what follows
 */
public record Discussion(
        Actor by,
        Instant at,
        String with,
        Decision decision,
        String words,
        @Nullable Integer afterOffer) {

    /** What two services can decide. */
    public enum Decision {
        OFFER_AGAIN,
        HOME_VISIT,
        ANOTHER_WAY,
        CLOSE
    }
}
