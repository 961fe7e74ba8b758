package uk.kinbridge.platform.mongo;

/** An aggregate together with the version of its document, which a save must name. */
public record Versioned<A>(A aggregate, long version) {}
