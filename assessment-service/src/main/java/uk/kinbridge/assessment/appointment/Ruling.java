package uk.kinbridge.assessment.appointment;

import uk.kinbridge.platform.aggregate.Change;

/** How a command on a course of appointments ends. */
public sealed interface Ruling {

    /** It is so now. */
    record Done(Change<Course, CourseEvent> change) implements Ruling {}

    /** A business reason against it. */
    record Against(Why why) implements Ruling {}

    /** Why something cannot be done. */
    enum Why {
        /** The course has ended; what is new is a new course. */
        ENDED,
        /** There is no such appointment in this course. */
        NO_SUCH_APPOINTMENT,
        /** Nobody can have missed what has not come yet. */
        NOT_YET,
        /** It has an outcome; a wrong one is corrected, with the reason. */
        HAS_AN_OUTCOME,
        /** It has no outcome that could be corrected, or that is what it says already. */
        NOTHING_TO_CORRECT,
        /** A child does not fail to attend: it was not brought (FAP-12). */
        A_CHILD_IS_BROUGHT,
        /** A cancellation says by whom, and nothing else does. */
        CANCELLED_BY_WHOM,
        /** Nothing of the kind is owed. */
        NOTHING_OWED,
        /** Somebody is to be told, or something to be decided together, before it can end. */
        SOMETHING_OWED,
        /** There is an appointment of this course at that time. */
        SAME_TIME,
        /** It would lie in the past. */
        IN_THE_PAST,
        /** More appointments than one record can hold; a new course goes on. */
        TOO_MANY
    }
}
