package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Word;

/** The form in which a required item is given. */
public enum ItemKind implements Word {
    DOCUMENT,
    TEXT,
    CALL,
    ANSWER
}
