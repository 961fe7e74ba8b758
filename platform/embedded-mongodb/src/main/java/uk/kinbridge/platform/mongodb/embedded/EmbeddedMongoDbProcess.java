package uk.kinbridge.platform.mongodb.embedded;

import java.net.BindException;
import java.nio.file.Path;
import org.h2.mvstore.MVStoreException;

/** The embedded server as a process of its own: {@code <folder of the documents> <port>}. */
public final class EmbeddedMongoDbProcess {

    private EmbeddedMongoDbProcess() {}

    /** Runs until the process is told to end. */
    public static void main(String... arguments) {
        if (arguments.length != 2) {
            fail("usage: <folder of the documents> <port>");
            return;
        }
        // Without a logging provider SLF4J discards everything; the server's own log lines would hold whole documents.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private static void start(Path folder, int port) {
        try {
            EmbeddedMongoDb server = EmbeddedMongoDb.start(folder, port);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "embedded-mongodb-shutdown"));
            System.out.println("embedded MongoDB ready at " + server.uri());
        } catch (MVStoreException e) {
            fail("cannot open the documents in " + folder + " (does another process use them?): " + e.getMessage());
        } catch (Exception e) {
            String reason = e instanceof BindException ? "the port is taken" : String.valueOf(e.getMessage());
            fail("cannot listen on port " + port + ": " + reason);
        }
    }

    private static void fail(String message) {
        System.err.println("embedded MongoDB: " + message);
        System.exit(1);
    }
}
