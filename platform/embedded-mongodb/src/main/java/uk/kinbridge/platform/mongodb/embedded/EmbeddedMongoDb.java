package uk.kinbridge.platform.mongodb.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A MongoDB-speaking server in this process, for a first look and for fast tests; see ADR "embedded by default". */
public final class EmbeddedMongoDb implements AutoCloseable {

    private static final int THREADS = 16;
    private static final long HOUSEKEEPING_SECONDS = 5;

    private final MongoServer server;
    private final ScheduledExecutorService housekeeping;
    private final int port;

    private EmbeddedMongoDb(DurableBackend backend, int port) {
        server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, THREADS);
        this.port = server.getLocalAddress().getPort();
        housekeeping = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .daemon()
                .name("embedded-mongodb-housekeeping")
                .factory());
        var _ = housekeeping.scheduleWithFixedDelay(
                backend::compact, HOUSEKEEPING_SECONDS, HOUSEKEEPING_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Starts a server on the loopback address.
     *
     * @param folder where the documents are kept; none keeps them in memory
     * @param port the port, 0 for any free one
     */
    public static EmbeddedMongoDb start(@Nullable Path folder, int port) {
        DurableBackend backend = folder == null ? DurableBackend.withoutFile() : DurableBackend.inFile(storeIn(folder));
        try {
            return new EmbeddedMongoDb(backend, port);
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    private static String storeIn(Path folder) {
        try {
            return Files.createDirectories(folder).resolve("documents.mv").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The connection string of this server. */
    public String uri() {
        return "mongodb://localhost:" + port;
    }

    @Override
    public void close() {
        housekeeping.shutdownNow();
        server.shutdownNow();
    }
}
