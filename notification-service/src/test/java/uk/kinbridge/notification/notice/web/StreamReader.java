package uk.kinbridge.notification.notice.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.testing.Bearer;

/** A client of the stream, as a browser would be one: gathers events and remembers the last id. */
final class StreamReader implements AutoCloseable {

    /** An event of the stream. */
    record Event(String id, String name, String data) {}

    /** How it ended. */
    enum End {
        NOT_YET,
        CLEAN,
        BROKEN
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private volatile String lastId = "";
    private volatile End end = End.NOT_YET;

    StreamReader(String address, Bearer bearer, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", bearer.header())
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        Thread.ofVirtual().start(this::read);
    }

    int status() {
        return response.statusCode();
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<String> comments() {
        return List.copyOf(comments);
    }

    /** Empty until the stream has told where it stands. */
    String lastId() {
        return lastId;
    }

    End end() {
        return end;
    }

    private void read() {
        var pending = new Pending();
        try (var lines = response.body()) {
            lines.forEach(line -> take(line, pending));
            end = End.CLEAN;
        } catch (UncheckedIOException broken) {
            end = End.BROKEN;
        }
    }

    private static final class Pending {
        String id = "";
        String name = "message";
        final StringBuilder data = new StringBuilder();
    }

    private void take(String line, Pending pending) {
        if (line.isEmpty()) {
            if (!pending.data.isEmpty()) {
                events.add(new Event(pending.id, pending.name, pending.data.toString()));
            }
            if (!pending.id.isEmpty()) {
                lastId = pending.id;
            }
            pending.data.setLength(0);
            pending.name = "message";
        } else if (line.startsWith(":")) {
            comments.add(line);
        } else if (line.startsWith("id:")) {
            pending.id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
            pending.name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
            pending.data.append(line.substring(5));
        }
    }

    /** Goes away without a word, as a lost connection does. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
