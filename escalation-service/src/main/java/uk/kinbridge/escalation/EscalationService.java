package uk.kinbridge.escalation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts escalation-service. */
@SpringBootApplication
public class EscalationService {

    public static void main(String[] args) {
        SpringApplication.run(EscalationService.class, args);
    }
}
