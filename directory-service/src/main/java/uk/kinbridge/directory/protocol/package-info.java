/** Published protocol packs: immutable versions, in force from a date, served from memory. */
@NullMarked
package uk.kinbridge.directory.protocol;

import org.jspecify.annotations.NullMarked;
