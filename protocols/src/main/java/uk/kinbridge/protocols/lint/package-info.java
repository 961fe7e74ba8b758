/** Proves a pack before it can be published; each problem has a file, a line and a sentence for its author. */
@NullMarked
package uk.kinbridge.protocols.lint;

import org.jspecify.annotations.NullMarked;
