package uk.kinbridge.platform.clock;

import org.jspecify.annotations.Nullable;

/**
 * How much time a clock gives, as whoever set it writes that down; only they can read it. It is kept so that a calendar
 * that is published while the clock runs can be applied to it.
 *
 * @param time from the start until it is due
 * @param warnBefore how long before that its owner is warned; null for a clock that does not warn
 */
public record Allowance(String time, @Nullable String warnBefore) {}
