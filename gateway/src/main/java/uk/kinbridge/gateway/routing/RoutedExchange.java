package uk.kinbridge.gateway.routing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.config.RouteProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends each request on as its route's metadata wants: {@code event-stream: true}, or a {@code read-timeout} of its own.
 * The WebMVC gateway knows only one client for all routes.
 */
@Component
final class RoutedExchange implements ProxyExchange {

    private final ProxyExchange ordinary;
    private final Map<String, ProxyExchange> special = new HashMap<>();

    RoutedExchange(
            GatewayMvcProperties properties,
            RestClient.Builder client,
            ClientHttpRequestFactoryBuilder<?> factories,
            HttpClientSettings settings) {
        ordinary = new RestClientProxyExchange(client.build(), properties);
        for (RouteProperties route : properties.getRoutes()) {
            Object eventStream = route.getMetadata().get("event-stream");
            Object timeout = route.getMetadata().get("read-timeout");
            if (Boolean.parseBoolean(String.valueOf(eventStream))) {
                RestClient patient = withReadTimeout(null, client, factories, settings);
                special.put(String.valueOf(route.getId()), new EventStreamExchange(patient, properties));
            } else if (timeout != null) {
                Duration limit = DurationStyle.detectAndParse(timeout.toString());
                RestClient slower = withReadTimeout(limit, client, factories, settings);
                special.put(String.valueOf(route.getId()), new RestClientProxyExchange(slower, properties));
            }
        }
    }

    private static RestClient withReadTimeout(
            @Nullable Duration limit,
            RestClient.Builder client,
            ClientHttpRequestFactoryBuilder<?> factories,
            HttpClientSettings settings) {
        return client.clone()
                .requestFactory(factories.build(settings.withReadTimeout(limit)))
                .build();
    }

    @Override
    public ServerResponse exchange(Request request) {
        String route = request.getServerRequest()
                .attribute(MvcUtils.GATEWAY_ROUTE_ID_ATTR)
                .map(String::valueOf)
                .orElse("");
        return special.getOrDefault(route, ordinary).exchange(request);
    }
}
