package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time of the week for which a protocol names nobody: said openly, with what to do instead.
 *
 * @param instead a contact that answers then, of this pack or one that it extends; may be left out where nobody is in danger
 */
public record Uncovered(
        RuleId id,
        List<Need> needs,
        List<AreaId> areas,
        Contact.Cover cover,
        @Nullable ContactId instead,
        String reason,
        List<ObligationId> obligations)
        implements Entry {}
