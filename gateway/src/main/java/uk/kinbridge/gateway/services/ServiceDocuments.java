package uk.kinbridge.gateway.services;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** Reads what the services publish about themselves to everybody. */
@Component
@EnableConfigurationProperties(Services.class)
public final class ServiceDocuments {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Services services;
    private final RestClient client;

    ServiceDocuments(
            Services services,
            RestClient.Builder builder,
            ClientHttpRequestFactoryBuilder<?> factories,
            HttpClientSettings settings) {
        this.services = services;
        this.client = builder.requestFactory(factories.build(settings.withReadTimeout(PATIENCE)))
                .build();
    }

    /** Empty when there is no service of this name; throws when it does not answer. */
    public Optional<JsonNode> read(String service, String path) {
        return Optional.ofNullable(services.services().get(service))
                .map(known -> Objects.requireNonNull(
                        client.get().uri(known.url().resolve(path)).retrieve().body(JsonNode.class)));
    }
}
