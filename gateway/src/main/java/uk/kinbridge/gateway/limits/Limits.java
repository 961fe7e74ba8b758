package uk.kinbridge.gateway.limits;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much one caller may send.
 *
 * @param requests how many requests a person or program may make in a period; 0 switches this off
 * @param refused how many requests without a valid sign-in an address may make in a period; 0 switches this off
 */
@ConfigurationProperties("kinbridge.limits")
public record Limits(
        DataSize body, DataSize upload, List<String> uploadPaths, long requests, long refused, Duration period) {}
