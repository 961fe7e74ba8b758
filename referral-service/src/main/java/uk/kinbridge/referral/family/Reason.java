package uk.kinbridge.referral.family;

import org.jspecify.annotations.Nullable;

/** Why something is refused: the field, a sentence, and the obligation that asks for it where one does. */
public record Reason(String field, String why, @Nullable String obligation) {}
