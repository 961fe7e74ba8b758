package uk.kinbridge.protocols.pack;

import java.util.List;

/** Each of the two agencies names somebody who is the link to the other. */
public record Link(
        RuleId id, AgencyRole between, AgencyRole and, PersonRole role, String words, List<ObligationId> obligations)
        implements Entry {}
