package uk.kinbridge.acceptance.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A signed-in person who works through the gateway. */
public final class Person {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final HttpClient http;
    private final URI gateway;
    private final SignIn signIn;
    private final String username;
    private final JsonMapper json = new JsonMapper();

    Person(HttpClient http, URI gateway, SignIn signIn, String username) {
        this.http = http;
        this.gateway = gateway;
        this.signIn = signIn;
        this.username = username;
    }

    public String username() {
        return username;
    }

    /** A bearer token of theirs, good for some minutes. */
    public String token() {
        return signIn.token(username);
    }

    /** Reads. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Creates something; with a key of its own, so that it is never done twice. */
    public Answer create(String path, Map<String, ?> body) {
        return create(path, body, UUID.randomUUID().toString());
    }

    /** Creates something under a chosen Idempotency-Key. */
    public Answer create(String path, Map<String, ?> body, String key) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** Asks something that changes nothing and is too long for an address. */
    public Answer ask(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** Does something that needs no version. */
    public Answer act(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    /** Saves what was typed since, on the version that was read. */
    public Answer save(String path, String etag, Map<String, ?> body) {
        return send(request(path)
                .header("If-Match", etag)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** Changes the version that was read. */
    public Answer change(String path, String etag, Map<String, ?> body) {
        return send(request(path)
                .header("If-Match", etag)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** Replaces the version that was read. */
    public Answer put(String path, String etag, Map<String, ?> body) {
        return send(request(path)
                .header("If-Match", etag)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** A file as it comes; empty when there is none for this person. */
    public Optional<byte[]> download(String path) {
        try {
            var response = http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            return response.statusCode() == OK ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Uploads a file in a form. */
    public Answer upload(String path, String name, String mediaType, byte[] content) {
        var boundary = "kinbridge-" + UUID.randomUUID();
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n";
        var tail = "\r\n--" + boundary + "--\r\n";
        return send(request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString(tail))));
    }

    /** Opens the stream of notices; lines as they come, until it is closed. */
    public Stream<String> stream(String path) {
        return stream(path, Optional.empty());
    }

    /** Opens it again behind the last event that came, as a browser does by itself. */
    public Stream<String> stream(String path, Optional<String> lastEventId) {
        var request = request(path).timeout(Duration.ofMinutes(5)).header("Accept", "text/event-stream");
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        try {
            return http.send(request.GET().build(), BodyHandlers.ofLines()).body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + signIn.token(username));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    parse(response),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private JsonNode parse(HttpResponse<byte[]> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        var text = new String(response.body(), StandardCharsets.UTF_8);
        return type.contains("json") && !text.isBlank() ? json.readTree(text) : MissingNode.getInstance();
    }
}
