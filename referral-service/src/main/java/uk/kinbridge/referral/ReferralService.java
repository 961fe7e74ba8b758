package uk.kinbridge.referral;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts referral-service: families, referrals and their documents. */
@SpringBootApplication
public class ReferralService {

    public static void main(String[] args) {
        SpringApplication.run(ReferralService.class, args);
    }
}
