package uk.kinbridge.gateway.services;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The services behind the gateway, by their short names and in the order of their configuration. */
@ConfigurationProperties("kinbridge")
public record Services(Map<String, Service> services) {

    /** Where one service is and what a person would call it. */
    public record Service(URI url, String title) {}
}
