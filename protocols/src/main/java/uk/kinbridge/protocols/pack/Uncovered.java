package uk.kinbridge.protocols.pack;

import java.util.List;

/**
 * A time of the week for which a protocol names nobody: said openly, with what to do instead.
 *
 * @param instead a contact that answers then, of this pack or one that it extends
 */
public record Uncovered(
        RuleId id,
        List<Need> needs,
        List<AreaId> areas,
        Contact.Cover cover,
        ContactId instead,
        String reason,
        List<ObligationId> obligations)
        implements Entry {}
