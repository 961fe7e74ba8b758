/** The local protocols that cases run under, whether or not the directory answers. */
@NullMarked
package uk.kinbridge.protocols.published;

import org.jspecify.annotations.NullMarked;
