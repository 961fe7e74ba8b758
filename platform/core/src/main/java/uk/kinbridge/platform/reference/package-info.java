/** References that a person can read out on the telephone: plain values. */
@NullMarked
package uk.kinbridge.platform.reference;

import org.jspecify.annotations.NullMarked;
