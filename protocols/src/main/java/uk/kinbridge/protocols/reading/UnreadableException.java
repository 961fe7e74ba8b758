package uk.kinbridge.protocols.reading;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A file that cannot be bound; holds every problem found, not only the first. */
public final class UnreadableException extends RuntimeException {

    private final transient List<Problem> problems;

    UnreadableException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
