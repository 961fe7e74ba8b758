package uk.kinbridge.escalation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** Starts escalation-service: professional disagreements, the ladder, what is overdue and stays overdue. */
@SpringBootApplication
@EnableFeignClients
public class EscalationService {

    public static void main(String[] args) {
        SpringApplication.run(EscalationService.class, args);
    }
}
