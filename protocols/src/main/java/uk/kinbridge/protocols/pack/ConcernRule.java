package uk.kinbridge.protocols.pack;

import java.util.List;
import uk.kinbridge.protocols.time.Within;

/** When small concerns of several people become a picture that is raised to those who can act. */
public record ConcernRule(
        RuleId id,
        int concerns,
        int agencies,
        Within period,
        Basis basis,
        List<Party> raiseTo,
        ClockId answeredWithin,
        String words,
        List<ObligationId> obligations)
        implements Entry {}
