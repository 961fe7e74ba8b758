package uk.kinbridge.acceptance.journey;

import uk.kinbridge.acceptance.suite.RunningSuite;

/** One pathway of a protocol, played by its people. */
public interface Journey {

    /** How it is asked for, such as {@code hackney-into-treatment}. */
    String name();

    /** What it shows, in one line. */
    String title();

    /** Plays it; a step that is not as the protocol wants it ends it with {@link NotAsTheProtocolWants}. */
    void play(RunningSuite suite, Story story);
}
