package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.time.Within;

/**
 * When small concerns of several people become a picture that is raised to those who can act.
 *
 * @param when which factors the concerns have to name between them; any concerns count when left out
 */
public record ConcernRule(
        RuleId id,
        @Nullable Condition when,
        int concerns,
        int agencies,
        Within period,
        Basis basis,
        List<Party> raiseTo,
        ClockId answeredWithin,
        String words,
        List<ObligationId> obligations)
        implements Entry {}
