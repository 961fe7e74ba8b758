package uk.kinbridge.protocols.reading;

import java.util.IdentityHashMap;

/** What was read, with the lines that its parts stand on. */
public final class Source<T> {

    private final T value;
    private final Position start;
    private final IdentityHashMap<Object, Position> positions;

    Source(T value, Position start, IdentityHashMap<Object, Position> positions) {
        this.value = value;
        this.start = start;
        this.positions = positions;
    }

    public T value() {
        return value;
    }

    /** The line of a part that came out of this reading; the first line of the file for anything else. */
    public Position at(Object part) {
        return positions.getOrDefault(part, start);
    }
}
