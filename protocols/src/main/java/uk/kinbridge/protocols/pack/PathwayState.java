package uk.kinbridge.protocols.pack;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a referral can stand.
 *
 * @param waitsFor who has to act now; left out at an end
 * @param clock the time limit of that wait
 * @param on what can happen here, and where it leads
 * @param end whether the pathway ends here
 * @param responsible who carries on from an end: nothing ends with nobody
 */
public record PathwayState(
        StateId id,
        String words,
        @Nullable Party waitsFor,
        @Nullable ClockId clock,
        Map<CaseEvent, StateId> on,
        boolean end,
        @Nullable Party responsible) {}
