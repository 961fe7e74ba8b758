package uk.kinbridge.acceptance.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The system of an agency, at the other end of a webhook: keeps what it is told and verifies who told it. */
final class AgencySystem implements AutoCloseable {

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** One call as it came. */
    record Call(String id, String timestamp, String signature, String body) {

        /** Whether it comes from somebody who knows the secret, as the Standard Webhooks specification says. */
        boolean isSignedWith(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                var mine = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                return Arrays.stream(signature.split(" ", -1))
                        .filter(each -> each.startsWith("v1,"))
                        .map(each -> Base64.getDecoder().decode(each.substring(3)))
                        .anyMatch(theirs -> MessageDigest.isEqual(mine, theirs));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** @param port 0 for any that is free */
    AgencySystem(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/hook", exchange -> {
            var headers = exchange.getRequestHeaders();
            calls.add(new Call(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return urlAt(server.getAddress().getPort());
    }

    static String urlAt(int port) {
        return "http://localhost:" + port + "/hook";
    }

    /** The call that tells of this notice. */
    Optional<Call> callAbout(String notice) {
        return calls.stream().filter(call -> call.body().contains(notice)).findFirst();
    }

    /** A port at which nobody listens at the moment. */
    static int silentPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
