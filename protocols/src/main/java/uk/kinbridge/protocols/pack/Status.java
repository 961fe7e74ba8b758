package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Word;

/** Where a version stands in its life. */
public enum Status implements Word {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}
