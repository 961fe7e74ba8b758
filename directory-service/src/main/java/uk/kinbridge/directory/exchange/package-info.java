/** The directory in and out as JSON and CSV; a dry run shows what would change. */
@NullMarked
package uk.kinbridge.directory.exchange;

import org.jspecify.annotations.NullMarked;
