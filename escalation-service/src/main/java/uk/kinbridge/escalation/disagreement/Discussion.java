package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one side has recorded of the discussion on a rung.
 *
 * @param evidence what the position rests on
 * @param agreed whether they now agree with the other side
 */
public record Discussion(
        Actor by,
        Instant at,
        int level,
        int round,
        String position,
        @Nullable String evidence,
        boolean agreed) {

    boolean isOn(Stage stage, String agency) {
        return level == stage.level() && round == stage.round() && by.agency().equals(agency);
    }
}
