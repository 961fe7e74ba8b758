package uk.kinbridge.protocols.pack;

import org.jspecify.annotations.Nullable;

/** The written protocol that a pack holds as data. */
public record SourceDocument(
        String title, String publisher, @Nullable String dated) {}
