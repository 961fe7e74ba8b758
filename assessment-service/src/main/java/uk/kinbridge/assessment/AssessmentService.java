package uk.kinbridge.assessment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** Starts assessment-service: assessments and their reviews, appointments and missed appointments. */
@SpringBootApplication
@EnableFeignClients
public class AssessmentService {

    public static void main(String[] args) {
        SpringApplication.run(AssessmentService.class, args);
    }
}
