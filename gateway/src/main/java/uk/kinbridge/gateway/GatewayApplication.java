package uk.kinbridge.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JAutoConfiguration;

/** Starts the gateway, the one door of the suite. */
// Spring Cloud's own configuration of circuit breakers is written for the Boot 3 starter of resilience4j
@SpringBootApplication(exclude = Resilience4JAutoConfiguration.class)
public class GatewayApplication {

    public static void main(String[] args) {
        SpringApplication.run(GatewayApplication.class, args);
    }
}
