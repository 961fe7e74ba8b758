package uk.kinbridge.notification.delivery.mongo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that keeps the ids of what it took, and dies with all its connections: at every twentieth mail in the
 * middle of it, at every thirty-first after it has taken it and before it says so. Shortly after, it lives again.
 */
final class MortalMailServer implements AutoCloseable {

    private static final int IN_THE_MIDDLE = 20;
    private static final int BEFORE_THE_ANSWER = 31;
    private static final long DEAD_MILLIS = 300;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicInteger deaths = new AtomicInteger();
    private final int port;
    private volatile @Nullable ServerSocket door;
    private volatile boolean closed;

    MortalMailServer() throws IOException {
        try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = any.getLocalPort();
        }
        live();
    }

    int port() {
        return port;
    }

    /** Ids of deliveries, as their Message-ID has them. */
    List<String> taken() {
        return taken;
    }

    int deaths() {
        return deaths.get();
    }

    private synchronized void live() throws IOException {
        if (closed) {
            return;
        }
        var opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        door = opened;
        Thread.ofVirtual().start(() -> accept(opened));
    }

    private void accept(ServerSocket opened) {
        try {
            while (!opened.isClosed()) {
                var client = opened.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException dead) {
            // the door was closed
        }
    }

    private void die() {
        deaths.incrementAndGet();
        shut();
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(DEAD_MILLIS);
                live();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (IOException taken) {
                throw new AssertionError("the port was taken meanwhile", taken);
            }
        });
    }

    private synchronized void shut() {
        try {
            if (door != null) {
                door.close();
            }
            for (var client : clients) {
                client.close();
            }
            clients.clear();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    private void serve(Socket client) {
        try (client;
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 here");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("DATA")) {
                    say(client, "354 go on");
                    take(client, in);
                } else {
                    say(client, "250 ok");
                }
            }
        } catch (IOException gone) {
            // dead, or the client hung up
        }
    }

    private void take(Socket client, BufferedReader in) throws IOException {
        int number = mails.incrementAndGet();
        if (number % IN_THE_MIDDLE == 0) {
            die();
            return;
        }
        var id = "";
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return;
            }
            if (line.startsWith("Message-ID: <")) {
                id = line.substring("Message-ID: <".length(), line.indexOf('@'));
            }
        }
        taken.add(id);
        if (number % BEFORE_THE_ANSWER == 0) {
            die();
            return;
        }
        say(client, "250 taken");
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        closed = true;
        shut();
    }
}
