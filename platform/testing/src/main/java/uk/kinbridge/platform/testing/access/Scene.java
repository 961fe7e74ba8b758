package uk.kinbridge.platform.testing.access;

/** What a service's test brings along: the record that the standings of the matrix are about. */
@FunctionalInterface
public interface Scene {

    /**
     * Sets the scene and says how to ask for the operation in it. Called before every request, so that what one caller
     * changes does not decide what the next one meets; it may well answer the same record again for what only reads.
     */
    Ask ask(Operation operation) throws Exception;
}
