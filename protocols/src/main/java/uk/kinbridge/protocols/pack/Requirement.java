package uk.kinbridge.protocols.pack;

import java.util.List;

/** Something that must go with a referral, or come before it. */
public record Requirement(ItemId id, ItemKind kind, String words, List<ObligationId> obligations) {}
