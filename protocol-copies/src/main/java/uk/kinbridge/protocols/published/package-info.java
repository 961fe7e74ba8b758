/**
 * The local protocols that cases run under and the bank holidays that clocks are computed with, whether or not the
 * directory answers; and how running clocks follow newly published ones.
 */
@NullMarked
package uk.kinbridge.protocols.published;

import org.jspecify.annotations.NullMarked;
