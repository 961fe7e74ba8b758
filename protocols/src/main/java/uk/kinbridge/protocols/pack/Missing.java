package uk.kinbridge.protocols.pack;

import java.util.List;

/** What is still missing, and under which obligations it is asked for. */
public record Missing(ItemId item, ItemKind kind, String words, List<ObligationId> obligations) {}
