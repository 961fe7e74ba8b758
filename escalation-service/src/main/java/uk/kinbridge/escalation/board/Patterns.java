package uk.kinbridge.escalation.board;

import java.time.Instant;
import java.util.List;

/** The patterns of all disagreements. */
public interface Patterns {

    /** Those of an area that were raised since then, oldest first; at most so many. */
    List<CasePattern> of(String area, Instant since, Instant now, int limit);
}
