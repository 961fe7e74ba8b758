/**
 * Working time: when something is due, and how that moment was computed.
 *
 * <p>The convention of all packs: elapsed time runs day and night. Working days are counted from the day after the
 * start; a start after closing, or on a day that is not worked, counts as made at the next opening; what is due on a
 * working day is due at its closing. Calendar days, weeks and months end at closing too, and where the last day is not
 * worked, on the last worked day before it, so that a statutory limit is never overrun. All local times are those of
 * Europe/London.
 */
@NullMarked
package uk.kinbridge.protocols.time;

import org.jspecify.annotations.NullMarked;
