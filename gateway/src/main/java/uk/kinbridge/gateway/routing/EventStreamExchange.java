package uk.kinbridge.gateway.routing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.cloud.gateway.server.mvc.common.AbstractProxyExchange;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Carries server-sent events. The ordinary exchange ends by reading what is left of the service's answer, which for a
 * stream is never: when the browser goes away this one hangs up on the service instead. It notices at the next event or
 * heartbeat, because only writing finds out that nobody reads.
 */
final class EventStreamExchange extends AbstractProxyExchange {

    private final RestClient client;

    EventStreamExchange(RestClient client, GatewayMvcProperties properties) {
        super(properties);
        this.client = client;
    }

    @Override
    public ServerResponse exchange(Request request) {
        return Objects.requireNonNull(client.method(request.getMethod())
                .uri(Objects.requireNonNull(request.getUri(), "no address"))
                .headers(headers -> headers.putAll(request.getHeaders()))
                .exchange((sent, received) -> answer(request, received), false));
    }

    private ServerResponse answer(Request request, ClientHttpResponse received) throws IOException {
        ServerResponse response = GatewayServerResponse.status(received.getStatusCode())
                .build((servletRequest, servletResponse) -> {
                    try (InputStream events = received.getBody()) {
                        copyResponseBody(received, events, servletResponse.getOutputStream());
                    }
                    return null;
                });
        Response head = new Head(received.getStatusCode(), received.getHeaders());
        request.getResponseConsumers().forEach(consumer -> consumer.accept(head, response));
        return response;
    }

    private record Head(HttpStatusCode status, HttpHeaders headers) implements ProxyExchange.Response {

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
