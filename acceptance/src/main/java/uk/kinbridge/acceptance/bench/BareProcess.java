package uk.kinbridge.acceptance.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The bare endpoint in a process of its own, as the services are. */
final class BareProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private BareProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static BareProcess start(SuiteUnderLoad suite, Document document) {
        return start(suite, suite.database(), document);
    }

    static BareProcess start(SuiteUnderLoad suite, String database, Document document) {
        try {
            Path file = Files.createTempFile("kinbridge-bench", ".json");
            Files.writeString(file, document.toJson());
            int port = freePort();
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BareEndpoint.class.getName(),
                            String.valueOf(port),
                            suite.mongoUri(),
                            database,
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var bare = new BareProcess(process, port);
            bare.await();
            Files.delete(file);
            return bare;
        } catch (IOException e) {
            throw new NotMeasurable("the bare endpoint did not start: " + e.getMessage());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (var ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        close();
        throw new NotMeasurable("the bare endpoint did not start");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted");
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/documents");
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
