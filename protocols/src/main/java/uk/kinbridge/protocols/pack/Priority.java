package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Word;

/** How a referral ranks among others. */
public enum Priority implements Word {
    ROUTINE,
    PRIORITY,
    URGENT
}
