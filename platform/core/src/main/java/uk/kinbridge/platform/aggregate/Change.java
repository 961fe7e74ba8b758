package uk.kinbridge.platform.aggregate;

import java.util.List;

/**
 * What a command of an aggregate leaves behind: its next state and the facts that others must hear.
 *
 * @param next the aggregate after the command
 * @param events the facts, in the order in which they happened
 */
public record Change<A, E>(A next, List<E> events) {

    public Change {
        events = List.copyOf(events);
    }

    /** A change that nobody else has to hear of. */
    public static <A, E> Change<A, E> silent(A next) {
        return new Change<>(next, List.of());
    }
}
