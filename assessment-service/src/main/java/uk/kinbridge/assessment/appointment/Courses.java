package uk.kinbridge.assessment.appointment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;

/** All courses of appointments. */
public interface Courses {

    /** A course and the version that a change must name. */
    record Held(Course course, long version) {}

    /** How a save ends. */
    enum Saved {
        DONE,
        /** Somebody else was first; load again and decide again. */
        STALE,
        /** This message has had its effect before. */
        HANDLED_BEFORE
    }

    /** Adds a new one together with what others must hear of it; one that is there already stays as it is. */
    Held add(Change<Course, CourseEvent> change, Instant now);

    /** Adds what a message creates; false when it is there already. */
    boolean addOnce(Change<Course, CourseEvent> change, Instant now, String messageId);

    /** The course of that id, whoever is party; the caller decides who may see it. */
    Optional<Held> find(String id);

    /** Saves a change decided on that version. */
    Saved save(long version, Change<Course, CourseEvent> change, Instant now);

    /** Saves what a message did, at most once however often it is delivered. */
    Saved saveOnce(long version, Change<Course, CourseEvent> change, Instant now, String messageId);

    /** One page of a list, what matters next at the top. */
    List<Held> list(Query query);

    /** Courses with an appointment that this person comes to, which begin after that moment or are open still. */
    List<Course> of(String person, Instant from, int limit);

    /**
     * What a list shows.
     *
     * @param person only those that concern this person by name; null for all of the agency
     * @param family only those of this family, whichever of its records they are kept under; null for all
     * @param owing only those where something is owed
     * @param after the last row of the page before; null for the first page
     */
    record Query(
            String agency,
            @Nullable String person,
            @Nullable String family,
            boolean owing,
            @Nullable Position after,
            int limit) {}

    /** A place in a list: when it next matters, {@link #NEVER} when it has ended or nothing is to come. */
    record Position(Instant nextAt, String id) {

        public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

        public static Position of(Course course) {
            return new Position(
                    Stream.concat(
                                    course.clocks().stream()
                                            .filter(Clock::isOpen)
                                            .map(Clock::dueAt),
                                    course.offers().stream()
                                            .filter(o -> o.outcome().isEmpty())
                                            .map(Offer::at))
                            .min(Comparator.naturalOrder())
                            .filter(_ -> course.isOpen())
                            .orElse(NEVER),
                    course.id());
        }
    }
}
