package uk.kinbridge.acceptance.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that counts what it takes over (RFC 5321, without extensions). It can die with all its connections, also
 * in the middle of a mail, and live again on the same port; it remembers what it had taken.
 */
public final class MailServer implements AutoCloseable {

    private static final String ID = "message-id:";

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final AtomicLong broken = new AtomicLong();
    private final int port;
    private volatile Consumer<String> beforeTheAnswer = id -> {};
    private @Nullable ServerSocket door;

    public MailServer() {
        try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = any.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        live();
    }

    /** What happens when a mail has been taken over and its sender has not been told so yet. */
    public void beforeTheAnswer(Consumer<String> happens) {
        beforeTheAnswer = happens;
    }

    public int port() {
        return port;
    }

    /** How often a mail of this Message-ID, up to its @, was taken over. */
    public int taken(String id) {
        return taken.getOrDefault(id, 0);
    }

    /** How many mails were taken over, repetitions among them. */
    public long count() {
        return taken.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** How many connections it broke by dying. */
    public long broken() {
        return broken.get();
    }

    /** Opens the door. */
    public synchronized void live() {
        if (door != null) {
            return;
        }
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            door = opened;
            Thread.ofVirtual().name("mail-server").start(() -> accept(opened));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Dies without a word to anybody. */
    public synchronized void die() {
        try {
            if (door != null) {
                door.close();
                door = null;
            }
            for (var client : clients) {
                // A reset instead of a farewell, as when a process is killed with words still unread.
                client.setSoLinger(true, 0);
                client.close();
                broken.incrementAndGet();
            }
            clients.clear();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Dies while somebody is talking to it. @return false when nobody is, and then it lives on */
    public synchronized boolean dieIfBusy() {
        if (clients.isEmpty()) {
            return false;
        }
        die();
        return true;
    }

    private void accept(ServerSocket opened) {
        try {
            while (!opened.isClosed()) {
                var client = opened.accept();
                clients.add(client);
                Thread.ofVirtual().name("mail-client").start(() -> serve(client));
            }
        } catch (IOException dead) {
            // The door was closed: whoever comes now finds nobody.
            return;
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(client, "220 kinbridge.example counts");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (!answered(client, in, line.toUpperCase(Locale.ROOT))) {
                    return;
                }
            }
        } catch (IOException gone) {
            // It died, or the client hung up: what was not taken over was not taken over.
            return;
        } finally {
            clients.remove(client);
        }
    }

    /** @return whether the conversation goes on */
    private boolean answered(Socket client, BufferedReader in, String command) throws IOException {
        if (command.startsWith("QUIT")) {
            say(client, "221 bye");
            return false;
        }
        if (!command.startsWith("DATA")) {
            say(client, "250 ok");
            return true;
        }
        say(client, "354 end with a dot");
        var id = "";
        boolean head = true;
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            head = head && !line.isEmpty();
            if (head && line.toLowerCase(Locale.ROOT).startsWith(ID)) {
                id = line.substring(line.indexOf('<') + 1, line.indexOf('@'));
            }
        }
        taken.merge(id, 1, Integer::sum);
        beforeTheAnswer.accept(id);
        say(client, "250 taken over");
        return true;
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        die();
    }
}
