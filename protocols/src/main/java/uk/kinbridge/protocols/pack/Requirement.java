package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that must go with a referral, or come before it.
 *
 * @param first nothing else is accepted before it
 * @param call whom to call, for a requirement that is a call
 */
public record Requirement(
        ItemId id,
        ItemKind kind,
        boolean first,
        @Nullable ContactId call,
        List<Recorded> record,
        String words,
        List<ObligationId> obligations)
        implements Entry {}
