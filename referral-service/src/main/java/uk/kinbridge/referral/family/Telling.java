package uk.kinbridge.referral.family;

import org.jspecify.annotations.Nullable;

/**
 * Something as it is told now.
 *
 * @param saidBy who said so; null for the one who records it
 */
public record Telling(
        String value, @Nullable String details, @Nullable String saidBy) {}
