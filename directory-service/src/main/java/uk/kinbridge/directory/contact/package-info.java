/** Whom to call now: answered from the packs in memory, by area, need, day, hour and holiday. */
@NullMarked
package uk.kinbridge.directory.contact;

import org.jspecify.annotations.NullMarked;
