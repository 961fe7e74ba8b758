package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.time.Within;

/**
 * What has to be on record.
 *
 * @param before the step that is not possible until it is
 * @param staleAfter when what is on record has to be checked again
 */
public record RecordRule(
        RuleId id,
        @Nullable Condition when,
        List<Recorded> holds,
        @Nullable CaseEvent before,
        @Nullable Within staleAfter,
        @Nullable Basis basis,
        String words,
        List<ObligationId> obligations)
        implements Entry {}
