/** The published lists of bank holidays: kept versions, the newest one in use, followed by the other services. */
@NullMarked
package uk.kinbridge.directory.calendar;

import org.jspecify.annotations.NullMarked;
