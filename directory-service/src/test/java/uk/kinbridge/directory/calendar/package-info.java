@NullMarked
package uk.kinbridge.directory.calendar;

import org.jspecify.annotations.NullMarked;
