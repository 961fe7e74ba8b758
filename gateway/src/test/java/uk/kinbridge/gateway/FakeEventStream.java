package uk.kinbridge.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A notification service that really streams, and that notices when it is hung up on. */
final class FakeEventStream {

    private final HttpServer server;
    private volatile Listener latest = new Listener("");

    /** One who listens: what they said was the last event, what to send them, whether they are gone. */
    record Listener(String lastEventId, BlockingQueue<String> toSend, CountDownLatch hungUp) {

        Listener(String lastEventId) {
            this(lastEventId, new LinkedBlockingQueue<>(), new CountDownLatch(1));
        }
    }

    FakeEventStream() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/notifications/stream", this::stream);
        for (var path : List.of(
                "/api/notifications",
                "/api/notification-preferences",
                "/api/deliveries",
                "/api/webhooks",
                "/api/message-templates")) {
            answers(path, 200, "{\"service\":\"notification\"}");
        }
        server.createContext("/callbacks", this::callback);
        answers(
                "/v3/api-docs",
                200,
                "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"notification\",\"version\":\"1\"},\"paths\":{}}");
        // not what was agreed on
        answers("/problems", 200, "{\"type\":\"about:blank\"}");
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    Listener latest() {
        return latest;
    }

    private void stream(HttpExchange exchange) throws IOException {
        @Nullable String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        Listener listener = new Listener(last == null ? "" : last);
        latest = listener;
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream;charset=UTF-8");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(": welcome\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            while (true) {
                out.write(listener.toSend().take().getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException gone) {
            listener.hungUp().countDown();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says which token came with it. */
    private void callback(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = ("{\"came\":\"" + exchange.getRequestHeaders().getFirst("Authorization") + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void answers(String path, int status, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }
}
