package uk.kinbridge.acceptance.bench;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;

/**
 * Saves things over and over, each connection its own ones, and each on the version that its last save has made. Every
 * answer but a 200 is an error.
 */
final class Saving extends Doing {

    private static final int SAVED = 200;

    private final List<Thing> things;

    Saving(List<Thing> things) {
        this.things = things;
    }

    /** One of the things; only one connection saves it, so that nobody is told that somebody else was faster. */
    abstract static class Thing {

        private long version;

        Thing(long version) {
            this.version = version;
        }

        /** What saves it, on that version. */
        abstract HttpRequest save(long onVersion);
    }

    @Override
    Run run(int connections, Duration time) {
        return Run.of(connections, time, (connection, turn) -> save(things.get(place(connection, turn, connections))));
    }

    /** Each connection goes round its own things: every so-many-th. */
    private int place(int connection, int turn, int connections) {
        int own = (things.size() - connection + connections - 1) / connections;
        return connection + turn % own * connections;
    }

    private boolean save(Thing thing) {
        boolean done = sent(thing.save(thing.version)) == SAVED;
        if (done) {
            thing.version++;
        }
        return done;
    }
}
