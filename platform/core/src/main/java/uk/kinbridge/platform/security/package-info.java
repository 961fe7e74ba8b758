/** Who is calling and whether they may: plain values that a feature's own rules can use. */
@NullMarked
package uk.kinbridge.platform.security;

import org.jspecify.annotations.NullMarked;
