package uk.kinbridge.directory.calendar;

import java.util.List;

/** A new list of bank holidays holds from now on; what it changes against the one before. */
record CalendarPublished(CalendarVersion list, List<CalendarChange> changes) {}
