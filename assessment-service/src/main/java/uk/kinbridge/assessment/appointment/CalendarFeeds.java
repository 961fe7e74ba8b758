package uk.kinbridge.assessment.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All calendar addresses. */
public interface CalendarFeeds {

    /** Keeps it; one that is there already stays as it is. */
    void keep(CalendarFeed feed);

    Optional<CalendarFeed> find(String id);

    /** Those of one person that still answer. */
    List<CalendarFeed> of(String person);

    /** Ends it, if it is that person's; false when there is none. */
    boolean revoke(String id, String person, Instant now);
}
