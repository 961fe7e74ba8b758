package uk.kinbridge.directory.agency;

import java.time.Instant;

/** Who changed which part of an agency's entry; the version is the one that came of it. */
record ChangeNote(Instant at, String by, String part, long version) {}
