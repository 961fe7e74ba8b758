package uk.kinbridge.acceptance.stage;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between a service and the broker. From a word on, what the service says still reaches the broker, but the
 * broker's answers no longer come back: the service has published and never learns that it is confirmed.
 */
public final class OneWayBroker implements Closeable {

    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean silent;

    /** A way to the broker at that address. */
    public OneWayBroker(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** From now on the broker's answers are held back. */
    public void silence() {
        silent = true;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var near = entrance.accept();
                var far = new Socket(host, port);
                Thread.ofVirtual().start(() -> pass(near, far, false));
                Thread.ofVirtual().start(() -> pass(far, near, true));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        var buffer = new byte[8192];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (answers && silent) {
                    closed.await();
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
                to.getOutputStream().flush();
            }
        } catch (IOException over) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        entrance.close();
    }
}
