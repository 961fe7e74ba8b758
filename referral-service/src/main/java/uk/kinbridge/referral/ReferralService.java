package uk.kinbridge.referral;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** Starts referral-service: families, referrals and their documents. */
@SpringBootApplication
@EnableFeignClients
public class ReferralService {

    public static void main(String[] args) {
        SpringApplication.run(ReferralService.class, args);
    }
}
