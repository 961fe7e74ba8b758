/** The command line of this module; the launcher calls it. */
@NullMarked
package uk.kinbridge.protocols.cli;

import org.jspecify.annotations.NullMarked;
