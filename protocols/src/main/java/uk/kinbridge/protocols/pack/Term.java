package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A word that one workforce uses and the other should not have to guess. */
public record Term(
        RuleId id, String term, String meaning, @Nullable String law, List<ObligationId> obligations)
        implements Entry {}
